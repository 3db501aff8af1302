package cn.liangxian.enrollment;

import static cn.liangxian.handoff.Department.AGEING_COMMITTEE;
import static cn.liangxian.handoff.Department.CIVIL_AFFAIRS;
import static cn.liangxian.handoff.Department.DISABLED_FEDERATION;
import static cn.liangxian.handoff.Department.HEALTH;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.PUBLIC_SECURITY;
import static cn.liangxian.handoff.Department.RURAL_REVITALIZATION;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.VETERANS;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** What enrollment hands over: lists of special groups, registrations, and the roster of those who owe. */
public sealed interface EnrollmentHandoff extends Handoff
        permits EnrollmentHandoff.SpecialGroupListed,
                EnrollmentHandoff.ImportRejected,
                EnrollmentHandoff.ImportFailureClosed,
                EnrollmentHandoff.HouseholdsUpdated,
                EnrollmentHandoff.PersonRegistered,
                EnrollmentHandoff.IdentityChanged,
                EnrollmentHandoff.RosterLine,
                EnrollmentHandoff.RosterDelivered,
                AccessHandoff,
                ExchangeHandoff,
                ScreeningHandoff,
                SpecialCaseHandoff,
                StudentHandoff {

    /** How a received list was graded. A partial or rejected list is not applied; the sender corrects and sends again. */
    enum Grade {
        ACCEPTED,
        ACCEPTED_WITH_ERRORS,
        PARTIAL,
        REJECTED
    }

    /** Registered for the first time, data changed, or registration cancelled. */
    enum RegistrationKind {
        REGISTERED,
        CHANGED,
        CANCELLED
    }

    enum Sex {
        FEMALE,
        MALE
    }

    /**
     * A special status of a resident, valid on every day from {@code from} to {@code until} (both included).
     *
     * @param category code of the category in the county's policy
     * @param until null while no end is known
     */
    record Status(String category, LocalDate from, @Nullable LocalDate until) {}

    /**
     * A department's list of people with special status was received and graded.
     *
     * @param area division code of the unit that listed (township or county)
     * @param declaredCount heads that the sender declared under its seal
     * @param receivedCount rows that arrived; {@code acceptedCount} of them were applied
     * @param digest SHA-256 of the file as it arrived, hexadecimal
     * @param signedBy null where nobody signed; {@code carrier} null where none was named
     * @param confirmedZero the sender declares that nobody has this status: neither missing nor late
     */
    @Terms(
            topic = SpecialGroupListed.TOPIC,
            from = {CIVIL_AFFAIRS, DISABLED_FEDERATION, RURAL_REVITALIZATION, VETERANS, AGEING_COMMITTEE, HEALTH},
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {
                "yicheng-2024/五(一)-d",
                "yicheng-2024/五(一)-e",
                "bachu-2022/第十条(1)",
                "bachu-2022/第十一条(1)",
                "bachu-2022/第十三条(1)"
            },
            zh = "特殊群体名单已报送")
    record SpecialGroupListed(
            String listId,
            Department department,
            String category,
            String area,
            int declaredCount,
            int receivedCount,
            int acceptedCount,
            String digest,
            @Nullable String signedBy,
            boolean sealed,
            @Nullable String carrier,
            Grade grade,
            boolean confirmedZero)
            implements EnrollmentHandoff {
        public static final String TOPIC = "enrollment-special-group-listed-v1";

        @Override
        public String subject() {
            return area + "/" + department + "/" + category;
        }
    }

    /**
     * One row of a list could not be imported and goes back to the department, until it is closed per person.
     *
     * @param reasons one for each fault, in Chinese; {@code reasonsEn} the same in English, null before it was told
     */
    @Terms(
            topic = ImportRejected.TOPIC,
            from = MEDICAL_INSURANCE,
            to = {CIVIL_AFFAIRS, DISABLED_FEDERATION, RURAL_REVITALIZATION, VETERANS, AGEING_COMMITTEE, HEALTH},
            clauses = "yicheng-2024/五(一)-f",
            zh = "导入失败人员已反馈")
    record ImportRejected(
            String listId,
            Department department,
            String area,
            int row,
            List<String> reasons,
            @Nullable List<String> reasonsEn)
            implements EnrollmentHandoff {
        public static final String TOPIC = "enrollment-import-rejected-v1";

        @Override
        public String subject() {
            return listId + "/" + row;
        }
    }

    /** What became of somebody whom a list could not be imported with. */
    enum FailureOutcome {
        /** The row was put right and stands on a later list. */
        LISTED_ANEW,
        NOT_ENTITLED,
        MOVED_AWAY,
        DECEASED
    }

    /**
     * The department told somebody whose row failed, and says what became of it.
     *
     * @param row of the file, as it was rejected
     * @param informedOn when the person was told; null when the person had died
     */
    @Terms(
            topic = ImportFailureClosed.TOPIC,
            from = {CIVIL_AFFAIRS, DISABLED_FEDERATION, RURAL_REVITALIZATION, VETERANS, AGEING_COMMITTEE, HEALTH},
            to = MEDICAL_INSURANCE,
            clauses = "yicheng-2024/五(一)-g",
            zh = "导入失败人员已处理")
    record ImportFailureClosed(
            String listId,
            Department department,
            String area,
            int row,
            FailureOutcome outcome,
            @Nullable LocalDate informedOn,
            LocalDate closedOn)
            implements EnrollmentHandoff {
        public static final String TOPIC = "enrollment-import-failure-closed-v1";

        @Override
        public String subject() {
            return listId + "/" + row;
        }
    }

    /**
     * The police handed over household data of an area: counts by kind of change, digest of the file.
     *
     * @param quarter for which it is the latest ("2023-Q3"): the last that had ended, unless the police say otherwise
     * @param floating how many of the residents live here and are registered elsewhere (流动人口)
     */
    @Terms(
            topic = HouseholdsUpdated.TOPIC,
            from = PUBLIC_SECURITY,
            to = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = {"yicheng-2024/五(八)", "bachu-2022/第十二条"},
            zh = "户籍信息已提供")
    record HouseholdsUpdated(
            String feedId,
            String area,
            int residents,
            int births,
            int deaths,
            int moves,
            String digest,
            @Nullable String quarter,
            @Nullable Integer floating)
            implements EnrollmentHandoff {
        public static final String TOPIC = "enrollment-households-updated-v1";

        @Override
        public String subject() {
            return area;
        }
    }

    /** A resident was registered for an insurance, changed or cancelled; fee months are those of the fee year. */
    @Terms(
            topic = PersonRegistered.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = {"yicheng-2024/四(四)1-a", "yicheng-2024/四(四)1-b", "bachu-2022/第七条(2)"},
            zh = "参保登记已办理")
    record PersonRegistered(
            String personKey,
            Insurance insurance,
            RegistrationKind kind,
            String township,
            String village,
            LocalDate firstMonth,
            LocalDate lastMonth)
            implements EnrollmentHandoff {
        public static final String TOPIC = "enrollment-person-registered-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * A status began or ended in the middle of the campaign; {@code until} null means that it goes on.
     *
     * @param reportId of the department's report that the agency passes on; null where it learnt of the change otherwise
     */
    @Terms(
            topic = IdentityChanged.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = {"yicheng-2024/四(四)1-b", "bachu-2022/第七条(7)"},
            zh = "人员身份变更已传递")
    record IdentityChanged(String personKey, Status status, LocalDate changedOn, @Nullable String reportId)
            implements EnrollmentHandoff {
        public static final String TOPIC = "enrollment-identity-changed-v1";

        /** A change that no department reported by itself. */
        public IdentityChanged(String personKey, Status status, LocalDate changedOn) {
            this(personKey, status, changedOn, null);
        }

        @Override
        public String subject() {
            return personKey;
        }
    }

    /**
     * One resident, one insurance, one fee year on a roster.
     *
     * @param number 1, 2, ... within the roster; unique with {@code rosterId}
     * @param sealedIdentity ID number and name, sealed (see SealedIdentity); only collection can open it
     * @param due what the policy asks for this line on the day the roster was sealed; who pays it is decided on the
     *     day of payment
     * @param wifeBirth of a married man's wife, on whose age a grant may hang; null where it is not known or needed
     */
    @Terms(
            topic = RosterLine.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = {"yicheng-2024/五(二)-b", "yicheng-2024/五(三)-d"},
            zh = "参保名册行",
            bulk = true)
    record RosterLine(
            String rosterId,
            int number,
            String personKey,
            String sealedIdentity,
            String township,
            String village,
            Insurance insurance,
            int feeYear,
            LocalDate birth,
            Sex sex,
            List<Status> statuses,
            Fen due,
            @Nullable LocalDate wifeBirth)
            implements EnrollmentHandoff {

        /** A line of somebody whose wife, if any, decides nothing. */
        public RosterLine(
                String rosterId,
                int number,
                String personKey,
                String sealedIdentity,
                String township,
                String village,
                Insurance insurance,
                int feeYear,
                LocalDate birth,
                Sex sex,
                List<Status> statuses,
                Fen due) {
            this(
                    rosterId,
                    number,
                    personKey,
                    sealedIdentity,
                    township,
                    village,
                    insurance,
                    feeYear,
                    birth,
                    sex,
                    statuses,
                    due,
                    null);
        }

        public static final String TOPIC = "enrollment-roster-line-v1";

        @Override
        public String subject() {
            return personKey;
        }

        /** The text that the roster's digest is made of; the sealed identity differs by sealing and stays out. */
        public String canonical() {
            return rosterId
                    + '|'
                    + number
                    + '|'
                    + personKey
                    + '|'
                    + township
                    + '|'
                    + village
                    + '|'
                    + insurance
                    + '|'
                    + feeYear
                    + '|'
                    + birth
                    + '|'
                    + sex
                    + '|'
                    + statuses
                    + '|'
                    + due.amount()
                    + (wifeBirth == null ? "" : "|" + wifeBirth);
        }
    }

    /**
     * A roster is complete and sealed. The receiver accepts it only when lines, total and digest agree.
     *
     * @param revision 1 for the first roster of this insurance, then 2, 3, ... for rosters with additional lines
     * @param total sum of the due of all lines
     * @param digest LineDigest over the canonical lines
     */
    @Terms(
            topic = RosterDelivered.TOPIC,
            from = {MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TAX,
            clauses = {"yicheng-2024/五(二)-b", "yicheng-2024/五(三)-d", "bachu-2022/第七条(3)"},
            zh = "参保名册已交付")
    record RosterDelivered(
            String rosterId,
            Insurance insurance,
            int feeYear,
            String area,
            int revision,
            int lines,
            Fen total,
            String digest,
            String sealedBy)
            implements EnrollmentHandoff {
        public static final String TOPIC = "enrollment-roster-delivered-v1";

        @Override
        public String subject() {
            return rosterId;
        }
    }
}
