package cn.liangxian.journeys.oracle;

import static cn.liangxian.journeys.oracle.Proof.IdSeen.leadingTo;
import static cn.liangxian.journeys.oracle.Proof.OnceOnly.once;
import static cn.liangxian.journeys.oracle.Proof.WithoutFact.because;

import cn.liangxian.journeys.oracle.Proof.IdSeen;
import cn.liangxian.journeys.oracle.Proof.WithoutFact;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whatever the world posts, and what proves each. A path that does not stand here is a contradiction. */
enum Posted {
    // enrollment
    HOUSEHOLDS(
            "/households[?]area=[^/]+",
            once("enrollment-households-updated").told("/segments/3").borne("/area")),
    SPECIAL_GROUP_LIST("/special-groups", ofId("listId", "enrollment-special-group-listed")),
    IMPORT_FAILURE_CLOSED(
            "/import-failures/[^/]+/[^/]+/closure",
            once("enrollment-import-failure-closed")
                    .told("/segments/2", "/segments/3")
                    .borne("/listId", "/row")),
    REGISTRATION("/registrations", ofId("personKey", "enrollment-person-registered")),
    /** One of a person on a day: lists change identities, too. */
    IDENTITY_CHANGE(
            "/identity-changes",
            once("enrollment-identity-changed").told("/ids/personKey", "/day").borne("/personKey", "/changedOn")),
    IDENTITY_REPORT("/identity-reports", ofId("reportId", "enrollment-identity-change-reported")),
    IDENTITY_REPORT_PASSED("/identity-reports/[^/]+/passing", ofId("reportId", "enrollment-identity-changed")),
    SCREENING_DOUBT("/screenings/doubts/[^/]+/decision", ofId("doubtId", "enrollment-doubt-decided")),
    ROSTER("/rosters", ofId("rosterId", "enrollment-roster-delivered")),
    ASSESSMENT("/assessments", ofId("personKey", "enrollment-assessment-requested")),
    ASSESSMENT_OUTCOME("/assessments/[^/]+/outcome", ofId("assessmentId", "enrollment-assessment-made")),
    SURVEYED_VILLAGE(
            "/coverage-survey/villages",
            because("the township hands its survey over when it is complete, in one fact for all villages")),
    SURVEY("/coverage-survey/completion", ofId("township", "enrollment-coverage-surveyed")),
    ROSTER_PART("/coverage-survey/roster-part", ofId("township", "enrollment-roster-part-provided")),
    STUDENT_ROLL("/student-rolls", ofId("rollId", "enrollment-students-listed")),
    STUDENT_REASONS(
            "/uninsured-students/[^/]+/reasons", leadingTo("listId", "enrollment-uninsured-students-explained")),
    STUDENTS_REMINDED("/uninsured-students/[^/]+/reminders", leadingTo("listId", "enrollment-students-reminded")),
    STUDENTS_EXPLAINED("/uninsured-students/[^/]+/report", ofId("listId", "enrollment-uninsured-students-explained")),

    // collection
    /** A payment that nothing was owed for is a fact, too: it is surplus. Its key is the voucher. */
    PAYMENT(
            "/contributions",
            once("collection-contribution-paid", "collection-contribution-surplus")
                    .told("/key")
                    .borne("/voucher")),
    /** One for each entry of a cash ledger: a person may have one of each insurance. */
    CASH_TAKEN("/cash-entries", ofId("personKey", "collection-cash-taken")),
    CASH_SETTLED("/cash-entries/[^/]+/settlement", ofId("entryId", "collection-cash-settled")),
    CASH_RETURNED("/cash-entries/[^/]+/return", ofId("entryId", "collection-cash-returned")),
    CASH_LEDGER("/cash-ledgers", ofId("ledgerId", "collection-cash-ledger-filed")),
    CASH_PAYERS("/cash-payers", because("the township's own record: cash of one who is not on it is refused")),
    REMITTANCE(
            "/remittances",
            once("collection-cash-remitted").told("/ids/village", "/ids/on").borne("/village", "/on")),
    AGENTS("/agents", once("collection-collector-registered").times("/counts/agents")),
    ABSENT_RESIDENTS(
            "/absent-residents",
            once("collection-absent-residents-listed").times("/counts/listed").weighing("/residents")),
    ABSENT_RESIDENTS_TOLD(
            "/absent-residents/notices",
            because("how each list stands is said whenever somebody was told: a standing, which no request owns")),
    CHANNEL_INTERRUPTED("/channels/[^/]+/interruptions", ofId("outageId", "collection-channel-interrupted")),
    CHANNEL_RESTORED("/channels/[^/]+/restorations", ofId("outageId", "collection-channel-restored")),
    CHANNEL_FAILURES("/channels/[^/]+/failures", because("counted in what the channels of a day sum up to")),
    LAST_YEAR("/progress/last-year", because("figures to measure against: said again they replace themselves")),
    PAYABLE_ROSTER("/payable-rosters", issuedOrRefused()),
    PAYABLE_ROSTER_REVIEWED("/payable-rosters/[^/]+/reviews", issuedOrRefused()),
    PAYABLE_ROSTER_REFUSED(
            "/payable-rosters/[^/]+/refusals", ofId("payableRosterId", "collection-payable-roster-refused")),
    PAYMENT_ROSTER_CORRECTED(
            "/payment-rosters/[^/]+/corrections", ofId("paymentRosterId", "collection-payment-roster-provided")),
    AGREEMENT(
            "/agreements",
            new WithoutFact(
                    "an agreement is of payer, bank and tax alone; who has none is told by number of people",
                    List.of("/ids/bank", "/ids/agreementNo"))),
    AGREEMENTS_TO_RENEW("/agreements/renewals", ofId("listId", "collection-agreements-to-renew")),
    AGREEMENTS_VOIDED(
            "/agreements/voidings",
            once("collection-agreement-voided")
                    .told("/ids/township", "/ids/date")
                    .borne("/township", "/date")),
    AGREEMENTS_URGED(
            "/agreements/urgings",
            once("collection-agreements-urged")
                    .told("/ids/township", "/ids/urgedOn")
                    .borne("/township", "/urgedOn")),
    AGREEMENTS_REVIEWED(
            "/agreements/reviews",
            once("collection-agreements-reviewed")
                    .told("/ids/township", "/ids/quarter")
                    .borne("/township", "/quarter")),
    DEBIT_LIST("/debit-lists", ofId("township", "collection-debit-list-returned")),
    AMOUNTS_SET("/debit-lists/[^/]+/amounts", ofId("listId", "collection-amounts-set")),
    AMOUNT_CHANGE(
            "/amount-changes",
            once("collection-amount-change-applied")
                    .told("/ids/personKey", "/ids/insurance")
                    .borne("/personKey", "/insurance")),
    /** A bank may answer of a batch as often as it likes: each of its files is one answer. */
    DEBIT_ANSWER(
            "/debit-batches/[^/]+/answers",
            once("collection-debit-answered").told("/segments/2").borne("/batchNo")),
    /** One reply speaks of lines of many batches, and each batch is a fact: the lines are counted. */
    DEBIT_STOPPED(
            "/debit-stops",
            once("collection-debit-stopped").times("/counts/done").weighing("/lines")),
    DEBIT_REVERSED(
            "/debit-reversals",
            once("collection-debit-reversed").times("/counts/done").weighing("/lines")),
    DEBIT_CONTACT("/debit-failures/[^/]+/contacts", because("the township's own note of whom it called")),
    REFUND_REQUEST("/refunds", ofId("caseId", "collection-refund-requested")),
    REFUND_DOCUMENT(
            "/refunds/[^/]+/documents", because("the copy that tax keeps: the list of refunds is refused without it")),
    REFUND_CHECKED("/refunds/[^/]+/check", ofId("caseId", "collection-refund-checked")),
    REFUND_DECIDED("/refunds/[^/]+/approval", ofId("caseId", "collection-refund-decided")),
    REFUND_PAID("/refunds/[^/]+/payment", ofId("caseId", "collection-refund-listed")),
    REFUND_LIST("/refund-lists", ofId("listId", "collection-refund-reported").times("/counts/refunds")),
    ANOMALY_FORWARDED("/link-anomalies/[^/]+/forwarding", ofId("anomalyId", "collection-anomaly-forwarded")),
    ANOMALY_CONFIRMED("/link-anomalies/[^/]+/confirmation", ofId("anomalyId", "collection-anomaly-confirmed")),
    ANOMALY_CLOSED("/link-anomalies/[^/]+/closing", ofId("anomalyId", "collection-anomaly-closed")),

    // reconciliation
    TREASURY_DAY(
            "/treasury-days",
            once("reconciliation-treasury-day-received")
                    .told("/ids/date", "/ids/insurance")
                    .borne("/date", "/insurance")),
    ENTITLEMENT(
            "/entitlements",
            ofId("detailsId", "reconciliation-entitlement-recorded").times("/counts/recorded")),
    ENTITLEMENT_CORRECTED("/entitlements/corrections/[^/]+", ofId("caseId", "reconciliation-entitlement-corrected")),
    TREASURY_STATEMENT(
            "/months/[^/]+/statement",
            once("reconciliation-treasury-statement-issued")
                    .told("/ids/month", "/ids/insurance")
                    .borne("/month", "/insurance")),
    AGENCY_REPORT(
            "/months/[^/]+/agency-report",
            once("reconciliation-agency-report-filed")
                    .told("/ids/month", "/ids/insurance")
                    .borne("/month", "/insurance")),

    // subsidy
    APPROPRIATION("/appropriations", ofId("applicationId", "subsidy-funds-appropriated")),
    SPONSORSHIP("/sponsorships", once("subsidy-sponsorship-paid").times("/counts/accepted")),
    SWEEP(
            "/sweeps",
            once("subsidy-funds-swept")
                    .told("/ids/month", "/ids/insurance", "/ids/money")
                    .borne("/month", "/insurance", "/money")),

    // audit
    DAY("/days", once("audit-day-opened").told("/ids/date").borne("/date")),
    POLICY_SIGNED(
            "/policy/sign-offs", because("three sign, and the last of them makes the fact without which no day opens")),
    ZERO("/zero-confirmations", ofId("obligationId", "audit-zero-confirmed")),
    /** Who asks and who agrees are two; each finds the one fact that comes of it. */
    WAIVER_ASKED("/waivers", waived()),
    WAIVER("/waivers/[^/]+/decision", waived()),
    DUTY(
            "/duties",
            once("audit-duty-assigned").told("/ids/department", "/ids/area").borne("/department", "/area")),
    HANDLERS("/duties/handlers", ofId("township", "audit-handlers-published")),
    NOTICE("/occasions/notices", ofId("department", "audit-notice-posted")),
    TRAINING("/occasions/trainings", once("audit-training-held").times("/counts/ids")),
    DRILL("/occasions/drills", once("audit-drill-held").times("/counts/ids")),
    ENQUIRY("/enquiries", ofId("enquiryId", "audit-enquiry-taken")),
    ENQUIRY_HELP("/enquiries/[^/]+/(help|helpers)", leadingTo("enquiryId", "audit-enquiry-answered")),
    ENQUIRY_ANSWERED("/enquiries/[^/]+/answer", ofId("enquiryId", "audit-enquiry-answered")),
    EVIDENCE("/publications/[^/]+/evidence", ofId("publicationId", "audit-publication-evidenced")),
    OBJECTION("/objections", ofId("publicationId", "audit-publication-objected")),
    OBJECTION_PASSED_ON("/objections/[^/]+/passing-on", leadingTo("objectionId", "audit-publication-answered")),
    OBJECTION_REJECTED("/objections/[^/]+/rejection", ofId("objectionId", "audit-publication-answered")),
    COMPLAINT_CONTACT("/complaints/contacts", ofId("department", "audit-complaint-contact-published")),
    COMPLAINT_KEY("/complaints/keys", because("under which discipline has complaints sealed; the last one counts")),
    COMPLAINT("/complaints", ofId("complaintId", "audit-complaint-received")),
    /** The fact that ends the investigation names all who found something. */
    COMPLAINT_FINDING(
            "/complaints/[^/]+/findings",
            ofId("complaintId", "audit-complaint-closed").weighing("/by")),
    COMPLAINT_CLOSED("/complaints/[^/]+/closing", ofId("complaintId", "audit-complaint-closed")),
    SELF_CHECK("/cash-risk/pushes/[^/]+/self-check", ofId("pushId", "audit-self-check-reported")),
    SAMPLE_DRAWN("/samples/[^/]+/draw", ofId("sampleId", "audit-sample-drawn")),
    SPOT_CHECK("/samples/[^/]+/checks", ofId("suspectId", "audit-sample-checked")),
    INSPECTION("/inspections", ofId("township", "audit-inspection-held")),
    VIOLATION("/violations/[^/]+/decision", ofId("violationId", "audit-violation-decided")),
    FINDING_ANSWERED("/supervision/findings/[^/]+/answer", ofId("findingId", "audit-finding-answered")),
    FINDING_CONCLUDED("/supervision/findings/[^/]+/conclusion", leadingTo("findingId", "audit-finding-closed")),
    FINDING_APPROVED("/supervision/findings/[^/]+/approval", ofId("findingId", "audit-finding-closed")),
    ACCOUNTABILITY("/accountability", leadingTo("reportId", "audit-accountability-reported")),
    ACCOUNTABILITY_AGREED("/accountability/[^/]+/agreement", leadingTo("reportId", "audit-accountability-reported")),
    ACCOUNTABILITY_TRANSFERRED("/accountability/[^/]+/transfer", ofId("reportId", "audit-accountability-transferred"));

    private final String path;
    final Proof proof;

    Posted(String path, Proof proof) {
        this.path = path;
        this.proof = proof;
    }

    static Optional<Posted> of(String path) {
        return Arrays.stream(values()).filter(kind -> path.matches(kind.path)).findFirst();
    }

    /** Answer and fact call it the same. */
    private static Proof.OnceOnly ofId(String name, String fact) {
        return once(fact).told("/ids/" + name).borne("/" + name);
    }

    /** One that was refused is drawn up anew, under another id. */
    private static IdSeen issuedOrRefused() {
        return leadingTo("payableRosterId", "collection-payable-roster-issued", "collection-payable-roster-refused");
    }

    private static Proof.OnceOnly waived() {
        return once("audit-deadline-waived").told("/ids/obligationId").borne("/obligation/obligationId");
    }
}
