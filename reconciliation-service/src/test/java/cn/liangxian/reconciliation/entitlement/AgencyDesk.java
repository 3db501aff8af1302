package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.collection.RefundHandoff.EntitlementToCorrect;
import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.reconciliation.HandedOver;
import cn.liangxian.reconciliation.Neighbours;
import cn.liangxian.reconciliation.ReconciliationHandoff.PaymentDetailsPassed;
import cn.liangxian.reconciliation.statement.Statement;
import cn.liangxian.reconciliation.statement.Statement.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** The agencies' side of a test. */
@ApplicationScoped
public class AgencyDesk {

    private final Neighbours neighbours;

    AgencyDesk(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** The details that the person's claim was passed with last: their ids grow. */
    public String detailsOf(String person, Insurance insurance) {
        neighbours.awaitSent();
        return HandedOver.now(
                        PaymentDetailsPassed.class,
                        p -> p.insurance() == insurance
                                && p.claims().stream()
                                        .anyMatch(c -> c.personKey().equals(person)))
                .stream()
                .map(PaymentDetailsPassed::detailsId)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What all who are booked are entitled to now, in fen. */
    public long entitled(Insurance insurance) {
        Statement statement = neighbours.read(
                neighbours.as(Department.TAX).get("/statement").then().statusCode(200), Statement.class);
        People people = statement.entitled().get(insurance);
        return people == null ? 0 : people.fen().amount();
    }

    /** Corrects what it had booked for money that went back. */
    public void corrects(EntitlementToCorrect told) {
        neighbours.hand(List.of(told));
        neighbours
                .as(Neighbours.agencyOf(told.insurance()))
                .header("Idempotency-Key", told.caseId())
                .post("/entitlements/corrections/" + told.caseId())
                .then()
                .statusCode(201);
    }

    public Booking.Taken books(Insurance insurance, String detailsId, String... persons) {
        return neighbours.read(
                neighbours
                        .post(Neighbours.agencyOf(insurance), "/entitlements", new Booking(detailsId, List.of(persons)))
                        .statusCode(201),
                Booking.Taken.class);
    }
}
