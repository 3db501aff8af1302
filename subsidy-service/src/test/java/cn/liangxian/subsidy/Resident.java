package cn.liangxian.subsidy;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.PaymentReturned;
import cn.liangxian.collection.CollectionHandoff.RosterReceived;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.enrollment.EnrollmentHandoff.Sex;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.subsidy.SubsidyHandoff.ProxyPaid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A made-up resident of a made-up village; the facts about one, as the other services hand them over. */
public record Resident(String key, LocalDate birth, Sex sex, List<Status> statuses) {

    public static final String VILLAGE = "370404001003";

    public static Resident born(String birth, String... categories) {
        return new Resident(
                Uuid7.next().toString(),
                LocalDate.parse(birth),
                Sex.FEMALE,
                Arrays.stream(categories)
                        .map(category -> new Status(category, LocalDate.of(2020, 1, 1), null))
                        .toList());
    }

    public static String rosterId() {
        return Uuid7.next().toString();
    }

    /** Lines of a medical roster, each with 380 yuan due. */
    public static List<RosterLine> medical(String rosterId, Resident... residents) {
        return lines(rosterId, Insurance.MEDICAL, Fen.ofYuan(380), residents);
    }

    public static List<RosterLine> pension(String rosterId, long yuan, Resident... residents) {
        return lines(rosterId, Insurance.PENSION, Fen.ofYuan(yuan), residents);
    }

    private static List<RosterLine> lines(String rosterId, Insurance insurance, Fen due, Resident... residents) {
        List<RosterLine> lines = new ArrayList<>();
        for (Resident resident : residents) {
            lines.add(new RosterLine(
                    rosterId,
                    lines.size() + 1,
                    resident.key(),
                    "sealed",
                    "370404001",
                    VILLAGE,
                    insurance,
                    2024,
                    resident.birth(),
                    resident.sex(),
                    resident.statuses(),
                    due));
        }
        return lines;
    }

    /** Tax accepted the roster. */
    public static RosterReceived accepted(String rosterId, Insurance insurance, int lines) {
        return new RosterReceived(rosterId, insurance, true, null, lines, Fen.ZERO, "");
    }

    public static RosterReceived refused(String rosterId, Insurance insurance, int lines) {
        return new RosterReceived(rosterId, insurance, false, "digest", lines, Fen.ZERO, "");
    }

    /** The resident pays a medical contribution. */
    public ContributionPaid paysMedical(long yuan, long inAll, String on) {
        return paid(Insurance.MEDICAL, yuan, 380, inAll, 380, Payer.SELF, on);
    }

    /** The resident pays a pension contribution of this tier. */
    public ContributionPaid paysPension(long yuan, long tier, long inAll, String on) {
        return paid(Insurance.PENSION, yuan, tier, inAll, tier, Payer.SELF, on);
    }

    public ContributionPaid paid(
            Insurance insurance, long yuan, long due, long inAll, long tier, Payer payer, String on) {
        return new ContributionPaid(
                Uuid7.next().toString(),
                key,
                insurance,
                2024,
                Fen.ofYuan(yuan),
                Fen.ofYuan(due),
                Fen.ofYuan(inAll),
                Fen.ofYuan(tier),
                payer,
                null,
                "WECHAT",
                Uuid7.next().toString(),
                "370404001",
                VILLAGE,
                LocalDate.parse(on));
    }

    /** Collection could not use a proxy payment. */
    public static PaymentReturned returned(ProxyPaid proxy) {
        return new PaymentReturned(
                proxy.proxyId(), Payer.PROXY, proxy.personKey(), proxy.insurance(), proxy.amount(), "claim settled");
    }

    /** The line of a husband whose wife's date of birth the roster tells. */
    public static RosterLine marriedTo(LocalDate wife, RosterLine line) {
        return new RosterLine(
                line.rosterId(),
                line.number(),
                line.personKey(),
                line.sealedIdentity(),
                line.township(),
                line.village(),
                line.insurance(),
                line.feeYear(),
                line.birth(),
                line.sex(),
                line.statuses(),
                line.due(),
                wife);
    }
}
