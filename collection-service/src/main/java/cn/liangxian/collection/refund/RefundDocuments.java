package cn.liangxian.collection.refund;

import cn.liangxian.collection.RefundHandoff.Document;
import cn.liangxian.collection.refund.RefundCases.Actor;
import cn.liangxian.collection.scan.Scan;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/**
 * What proves a refund, as it was handed in: the copies that tax keeps. Who looks at one is kept, for they say who died or is
 * insured elsewhere.
 */
@ApplicationScoped
@Clause({"bachu-2022/第三十四条(1)", "bachu-2022/第三十四条(2)"})
class RefundDocuments {

    private final Jdbi jdbi;
    private final RefundCases cases;
    private final BusinessDay day;
    private final Caller caller;

    RefundDocuments(Jdbi jdbi, RefundCases cases, BusinessDay day, Caller caller) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.day = day;
        this.caller = caller;
    }

    /** A document that a request names; {@code heldSince} null while there is no copy. */
    record Copy(String name, String digest, boolean original, LocalDate heldSince) {}

    /** A department that looked at a document, for an area. */
    record Look(String digest, Department department, String area, LocalDate seenOn) {}

    /** Those that the request names, in its order. */
    List<Copy> of(RefundCase refund) {
        Map<String, LocalDate> held = held(refund);
        return refund.documents().stream()
                .map(each -> new Copy(each.name(), each.digest(), each.original(), held.get(each.digest())))
                .toList();
    }

    /** Keeps a copy, once: what is handed in again changes nothing. */
    Copy hold(RefundCase refund, Scan scan, Actor by, LocalDate on) {
        String digest = scan.digest();
        if (refund.documents().stream().noneMatch(each -> digest.equals(each.digest()))) {
            throw new Problem(RefundProblem.DOCUMENT_NOT_NAMED, null);
        }
        jdbi.useHandle(h -> h.execute(
                "insert into refund_document values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                UUID.fromString(refund.caseId()),
                digest,
                scan.type(),
                scan.content(),
                by.department().name(),
                by.name(),
                on));
        return of(refund).stream()
                .filter(each -> digest.equals(each.digest()))
                .findFirst()
                .orElseThrow();
    }

    /** The first of these that tax has no copy of. */
    Optional<Document> missing(RefundCase refund, List<Document> copies) {
        Map<String, LocalDate> held = held(refund);
        return copies.stream().filter(each -> !held.containsKey(each.digest())).findFirst();
    }

    /** What cannot be noted is not seen. */
    @Transactional
    Scan look(UUID caseId, String digest) {
        RefundCase refund = cases.find(caseId, caller);
        Scan found = jdbi.withHandle(
                        h -> h.createQuery("select type, content from refund_document where case_id = ? and digest = ?")
                                .bind(0, caseId)
                                .bind(1, digest)
                                .map((row, context) -> new Scan(row.getString(1), row.getBytes(2)))
                                .findOne())
                .orElseThrow(() -> new Problem(RefundProblem.DOCUMENT_NOT_HELD, null));
        jdbi.useHandle(h -> h.execute(
                "insert into refund_look values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                UUID.fromString(refund.caseId()),
                digest,
                caller.name(),
                caller.department().name(),
                caller.area(),
                day.today()));
        return found;
    }

    /** At most 50, the latest first. */
    List<Look> looks(RefundCase refund) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select digest, department, area, seen_on from refund_look where case_id = ?
                        order by seen_on desc, by_whom, digest limit 50""")
                .bind(0, UUID.fromString(refund.caseId()))
                .map((row, context) -> new Look(
                        row.getString("digest"),
                        Department.valueOf(row.getString("department")),
                        row.getString("area"),
                        row.getObject("seen_on", LocalDate.class)))
                .list());
    }

    private Map<String, LocalDate> held(RefundCase refund) {
        return jdbi.withHandle(h -> h.createQuery("select digest, held_since from refund_document where case_id = ?")
                .bind(0, UUID.fromString(refund.caseId()))
                .setMapKeyColumn("digest")
                .setMapValueColumn("held_since")
                .collectInto(new GenericType<Map<String, LocalDate>>() {}));
    }
}
