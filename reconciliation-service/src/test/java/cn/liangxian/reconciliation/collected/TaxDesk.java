package cn.liangxian.reconciliation.collected;

import cn.liangxian.collection.CollectionHandoff;
import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.ContributionSurplus;
import cn.liangxian.collection.CollectionHandoff.DaySummed;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.reconciliation.Neighbours;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The tax side of a test: facts as collection hands them over. */
@ApplicationScoped
public class TaxDesk {

    public static final int FEE_YEAR = 2024;

    private final Neighbours neighbours;

    TaxDesk(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** A payment in full, under the voucher {@code v-<person>}. */
    public static ContributionPaid full(String person, Insurance insurance, long fen, LocalDate day) {
        return part(person, insurance, fen, fen, fen, "v-" + person, day);
    }

    public static ContributionPaid part(
            String person, Insurance insurance, long fen, long due, long paidInAll, String voucher, LocalDate day) {
        return new ContributionPaid(
                "p-" + voucher + "-" + insurance,
                person,
                insurance,
                FEE_YEAR,
                Fen.of(fen),
                Fen.of(due),
                Fen.of(paidInAll),
                Fen.of(due),
                Payer.SELF,
                null,
                "WECHAT",
                voucher,
                township(),
                township() + "001",
                day);
    }

    /** The same payment for an earlier fee year 补缴. */
    public static ContributionPaid forYear(int feeYear, ContributionPaid paid) {
        return with(feeYear, paid.channel(), paid.debitedOn(), paid);
    }

    /** The same payment over another channel. */
    public static ContributionPaid by(String channel, ContributionPaid paid) {
        return with(paid.feeYear(), channel, paid.debitedOn(), paid);
    }

    /** The same payment by a debit of an earlier day than that on which the bank told it. */
    public static ContributionPaid debitedOn(LocalDate debited, ContributionPaid paid) {
        return with(paid.feeYear(), paid.channel(), debited, paid);
    }

    private static ContributionPaid with(int feeYear, String channel, LocalDate debited, ContributionPaid paid) {
        return new ContributionPaid(
                paid.paymentId(),
                paid.personKey(),
                paid.insurance(),
                feeYear,
                paid.amount(),
                paid.due(),
                paid.paidInAll(),
                paid.tier(),
                paid.payer(),
                paid.funder(),
                channel,
                paid.voucher(),
                paid.township(),
                paid.village(),
                paid.paidOn(),
                debited);
    }

    /** A payment on behalf, as finance makes it. */
    public static ContributionPaid onBehalf(
            String person, Insurance insurance, long fen, long due, long paidInAll, LocalDate day) {
        return new ContributionPaid(
                "p-proxy-" + person,
                person,
                insurance,
                FEE_YEAR,
                Fen.of(fen),
                Fen.of(due),
                Fen.of(paidInAll),
                Fen.of(due),
                Payer.PROXY,
                "DISTRICT_FINANCE",
                Payer.PROXY.name(),
                "proxy-" + person,
                township(),
                township() + "001",
                day);
    }

    public static ContributionSurplus surplus(
            String person, Insurance insurance, long fen, String voucher, LocalDate day) {
        return new ContributionSurplus(
                "s-" + voucher,
                person,
                insurance,
                FEE_YEAR,
                Fen.of(fen),
                "paid twice",
                "WECHAT",
                voucher,
                township(),
                day);
    }

    public static RefundListed refund(
            String paymentId, String person, Insurance insurance, long fen, String voucher, LocalDate day) {
        return new RefundListed(
                "r-" + voucher,
                paymentId,
                person,
                insurance,
                Fen.of(fen),
                "paid twice",
                "WECHAT",
                voucher,
                day,
                null,
                null,
                null);
    }

    public static DaySummed sum(
            LocalDate day, Insurance insurance, int payments, long paid, long surplus, long refunded) {
        return new DaySummed(day, insurance, payments, Fen.of(paid), Fen.of(surplus), Fen.of(refunded));
    }

    public static DaySummed nothing(LocalDate day, Insurance insurance) {
        return sum(day, insurance, 0, 0, 0, 0);
    }

    /** Over their topics, in whatever order those bring them; returns when all of them are worked. */
    public void receives(CollectionHandoff... handoffs) {
        neighbours.hand(List.of(handoffs));
    }

    /** The first of the county whose policy is in force. */
    public static String township() {
        return Arc.container()
                .instance(Policy.class)
                .get()
                .jurisdiction()
                .townships()
                .get(0)
                .code();
    }
}
