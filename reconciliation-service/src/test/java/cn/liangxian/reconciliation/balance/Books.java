package cn.liangxian.reconciliation.balance;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.Neighbours;
import cn.liangxian.reconciliation.ReconciliationHandoff.Difference;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaymentDetailsPassed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a test looks at: the balances as tax is shown them, and what was passed to the agencies. */
@ApplicationScoped
public class Books {

    private final Neighbours neighbours;

    Books(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** One version of a day; sums in fen. */
    public record Balance(int version, long collected, long treasury, List<Difference> differences) {

        static Balance of(DayResource.Version shown) {
            return new Balance(
                    shown.version(),
                    shown.collected().amount(),
                    shown.treasury().amount(),
                    shown.differences());
        }

        /** Everything but the version, which depends on what was known when. */
        public Balance whateverTheVersion() {
            return new Balance(0, collected, treasury, differences);
        }

        public List<String> kinds() {
            return differences.stream().map(d -> d.kind() + " " + d.voucher()).toList();
        }
    }

    public DayState state(LocalDate date, Insurance insurance) {
        return day(date, insurance).map(DayResource.OfInsurance::state).orElse(DayState.WAITING_FOR_TREASURY);
    }

    /** The version that stands. */
    public Balance of(LocalDate date, Insurance insurance) {
        List<DayResource.Version> versions = day(date, insurance).orElseThrow().versions();
        return Balance.of(versions.get(versions.size() - 1));
    }

    public Balance version(LocalDate date, Insurance insurance, int version) {
        return Balance.of(day(date, insurance).orElseThrow().versions().get(version - 1));
    }

    private Optional<DayResource.OfInsurance> day(LocalDate date, Insurance insurance) {
        DayResource.OfInsurance[] shown = neighbours.read(
                neighbours.as(Department.TAX).get("/days/" + date).then().statusCode(200),
                DayResource.OfInsurance[].class);
        return Arrays.stream(shown).filter(one -> one.insurance() == insurance).findFirst();
    }

    /** Whether the voucher's difference on the date is open; false also when there is none. */
    public boolean open(LocalDate date, String voucher) {
        DifferenceResource.Open[] shown = neighbours.read(
                neighbours
                        .as(Department.TAX)
                        .queryParam("after", date + "///")
                        .queryParam("limit", 1000)
                        .get("/differences")
                        .then()
                        .statusCode(200),
                DifferenceResource.Open[].class);
        return Arrays.stream(shown)
                .anyMatch(d -> d.date().equals(date) && d.voucher().equals(voucher));
    }

    /** Persons whose claim was passed to the agency, in order. */
    public List<String> passed(String personPrefix) {
        neighbours.awaitSent();
        return HandedOver.now(PaymentDetailsPassed.class, p -> true).stream()
                .flatMap(p -> p.claims().stream()
                        .filter(c -> c.personKey().startsWith(personPrefix))
                        .map(c -> c.personKey() + " " + p.insurance() + " "
                                + c.paid().amount() + " " + c.completedOn()))
                .sorted()
                .toList();
    }
}
