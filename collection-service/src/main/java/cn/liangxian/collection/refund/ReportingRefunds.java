package cn.liangxian.collection.refund;

import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.collection.RefundHandoff.RefundReported;
import cn.liangxian.collection.refund.RefundCases.Actor;
import cn.liangxian.collection.refund.RefundListResource.Listing;
import cn.liangxian.collection.refund.RefundListResource.Row;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.messaging.Outbox;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/**
 * The agency's list of refunds made (退费清册): each made one once, with every document that it was requested with, of which
 * tax holds a copy. All rows are taken or none.
 */
@ApplicationScoped
@Clause({"bachu-2022/第三十三条(2)", "bachu-2022/第三十四条(2)"})
class ReportingRefunds {

    private final RefundCases cases;
    private final RefundDocuments documents;
    private final Jdbi jdbi;
    private final Outbox outbox;

    ReportingRefunds(RefundCases cases, RefundDocuments documents, Jdbi jdbi, Outbox outbox) {
        this.cases = cases;
        this.documents = documents;
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    /** What was taken. */
    record Reported(String listId, int refunds, Fen total, LocalDate on) {}

    Reported report(Listing listing, String area, Actor by, LocalDate on) {
        UUID list = Uuid7.next();
        List<RefundReported> reported = new ArrayList<>();
        Fen total = Fen.ZERO;
        for (int i = 0; i < listing.refunds().size(); i++) {
            Row row = listing.refunds().get(i);
            NamedDocuments.mustBe(row.copies());
            RefundCase made = made(row, area, by, i + 1);
            enter(list, made, row, listing, by, on, i + 1);
            total = total.plus(made.amount());
            reported.add(new RefundReported(
                    made.caseId(),
                    list.toString(),
                    made.personKey(),
                    made.insurance(),
                    made.amount(),
                    made.waitsSince(),
                    row.copies(),
                    listing.originalsAt(),
                    listing.signedBy(),
                    on));
        }
        outbox.handOver(reported);
        return new Reported(list.toString(), reported.size(), total, on);
    }

    /** By the id of the case, on which day its agency reported it. */
    Map<String, LocalDate> reportedOn(List<RefundCase> made) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select case_id::text, reported_on from refund_report where case_id = any(:cases::uuid[])")
                .bindArray(
                        "cases",
                        String.class,
                        made.stream().map(RefundCase::caseId).toList())
                .setMapKeyColumn("case_id")
                .setMapValueColumn("reported_on")
                .collectInto(new GenericType<Map<String, LocalDate>>() {}));
    }

    private RefundCase made(Row row, String area, Actor by, int number) {
        RefundCase at = cases.at(row.caseId(), area);
        if (RefundCases.own(by.department()) != at.insurance()) {
            throw new Problem(RefundProblem.NO_CASE, null)
                    .at(number, "caseId", new Text("属于另一险种", "of the other insurance"));
        }
        if (at.state() != RefundState.MADE) {
            throw new Problem(RefundProblem.NOT_MADE, null)
                    .at(number, "caseId", at.state().stands());
        }
        var copies = row.copies().stream().map(Document::digest).collect(Collectors.toSet());
        for (Document document : at.documents()) {
            if (!copies.contains(document.digest())) {
                throw new Problem(RefundProblem.COPY_DIFFERS, null).at(number, "copies", Text.value(document.name()));
            }
        }
        documents.missing(at, row.copies()).ifPresent(document -> {
            throw new Problem(RefundProblem.COPY_NOT_HELD, null).at(number, "copies", Text.value(document.name()));
        });
        return at;
    }

    private void enter(UUID list, RefundCase made, Row row, Listing listing, Actor by, LocalDate on, int number) {
        int entered = jdbi.withHandle(
                h -> h.createUpdate("insert into refund_report values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .bind(0, UUID.fromString(made.caseId()))
                        .bind(1, list)
                        .bind(2, row.copies().size())
                        .bind(3, listing.originalsAt())
                        .bind(4, listing.signedBy())
                        .bind(5, by.name())
                        .bind(6, on)
                        .execute());
        if (entered == 0) {
            throw new Problem(RefundProblem.REPORTED, null).at(number, "caseId", new Text("此前已反馈", "reported before"));
        }
    }
}
