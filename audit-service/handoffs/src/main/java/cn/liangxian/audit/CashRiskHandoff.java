package cn.liangxian.audit;

import static cn.liangxian.handoff.Department.COUNTY_GOVERNMENT;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.FINANCE;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.List;

/** How the risks of collecting cash are watched (现金缴费风险防控). No resident and no collector is named in any of these. */
public sealed interface CashRiskHandoff extends AuditHandoff {

    /** What may not be done with the money of the two insurances (bachu-2022/第四十一条). */
    enum Breach {
        /** 收现不缴: cash taken and not paid in. */
        CASH_NOT_PAID,
        /** 多收少缴: more taken than paid in or owed. */
        TAKEN_MORE,
        /** 使用社保缴费专用POS机进行信用卡套现: cash-out over the fee POS. */
        POS_CASH_OUT,
        /** 收取额外费用或谋取其他不正当利益. */
        EXTRA_CHARGE,
        /** 未按照规定结报、解缴. */
        NOT_REMITTED,
        /** 积压. */
        HELD,
        /** 挤占、截留、挪用、私存. */
        DIVERTED,
        /** 不征、少征、多征. */
        WRONG_AMOUNT,
        /** 提前征收. */
        COLLECTED_EARLY,
        /** 滥用职权故意刁难缴费人. */
        OBSTRUCTION,
        /** 自查自纠敷衍了事、审核把关不严. */
        PERFUNCTORY_CHECK
    }

    /** Of whom an answer is asked. */
    enum Answerable {
        COLLECTOR,
        SPECIALIST,
        /** 乡（镇）分管领导. */
        TOWNSHIP_DEPUTY_LEADER
    }

    /**
     * One suspect, found by a screen that is explained at {@code /cash-risk/screens}.
     *
     * @param village null when what was found does not say
     * @param evidence ids of the events that show it
     */
    record PushedSuspect(
            String suspectId,
            String screen,
            Breach breach,
            @Nullable String village,
            Fen amount,
            List<String> evidence) {}

    /** What the screens found is pushed to the township, which checks itself. */
    @Terms(
            topic = CashSuspectsPushed.TOPIC,
            from = TAX,
            to = TOWNSHIP,
            clauses = {"bachu-2022/第四十二条(1)", "bachu-2022/第四十二条(2)"},
            zh = "现金缴费疑点已推送")
    record CashSuspectsPushed(String pushId, String township, LocalDate pushedOn, List<PushedSuspect> suspects)
            implements CashRiskHandoff {
        public static final String TOPIC = "audit-cash-suspects-pushed-v1";

        @Override
        public String subject() {
            return pushId;
        }
    }

    /**
     * The township checked each suspect of a push.
     *
     * @param reportDigest SHA-256 of the signed report
     */
    @Terms(
            topic = SelfCheckReported.TOPIC,
            from = TOWNSHIP,
            to = TAX,
            clauses = "bachu-2022/第四十二条(3)",
            zh = "自查自纠报告已反馈")
    record SelfCheckReported(
            String pushId,
            String township,
            int inOrder,
            int corrected,
            int violations,
            String reportDigest,
            LocalDate reportedOn)
            implements CashRiskHandoff {
        public static final String TOPIC = "audit-self-check-reported-v1";

        @Override
        public String subject() {
            return pushId;
        }
    }

    /** A part of the population of which a sample is drawn: a township, or the county as a whole. */
    record Stratum(String area, int suspects, int sampled) {}

    /**
     * The population of a spot check can no longer change. Only after this the seed comes into being.
     *
     * @param digest SHA-256 over the lines {@code area,suspectId}, sorted bytewise, each ended by a line feed
     * @param seedSource the public number that will be the seed, named before it is known
     */
    @Terms(
            topic = SamplePopulationSealed.TOPIC,
            from = TAX,
            to = {DISCIPLINE, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            clauses = "bachu-2022/第四十二条(4)",
            zh = "抽查总体已封存")
    record SamplePopulationSealed(
            String sampleId, String area, List<Stratum> strata, String digest, String seedSource, LocalDate sealedOn)
            implements CashRiskHandoff {
        public static final String TOPIC = "audit-sample-population-sealed-v1";

        @Override
        public String subject() {
            return sampleId;
        }
    }

    /**
     * A sample that anybody can draw again: in each stratum the suspects are put in the order of SHA-256 of
     * {@code seed:suspectId}, and the first {@code sampled} are taken.
     */
    @Terms(
            topic = SampleDrawn.TOPIC,
            from = DISCIPLINE,
            to = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, TOWNSHIP},
            clauses = "bachu-2022/第四十二条(4)",
            zh = "疑点抽查样本已抽取")
    record SampleDrawn(
            String sampleId,
            String area,
            String populationDigest,
            String seed,
            int percent,
            List<Stratum> strata,
            List<String> drawn,
            LocalDate drawnOn)
            implements CashRiskHandoff {
        public static final String TOPIC = "audit-sample-drawn-v1";

        @Override
        public String subject() {
            return sampleId;
        }
    }

    /** What the risk group found. A suspect in order whose self-check was perfunctory is PERFUNCTORY. */
    enum SpotCheck {
        IN_ORDER,
        PERFUNCTORY,
        VIOLATION
    }

    /**
     * A suspect of the sample was checked, once. What is wrong is referred besides ({@link ViolationReferred}).
     *
     * @param by whose member of the group entered it
     */
    @Terms(
            topic = SampleChecked.TOPIC,
            from = {DISCIPLINE, TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = {DISCIPLINE, TAX},
            clauses = "bachu-2022/第四十二条(4)",
            zh = "抽查疑点已核查")
    record SampleChecked(String sampleId, String suspectId, SpotCheck found, Department by, LocalDate checkedOn)
            implements CashRiskHandoff {
        public static final String TOPIC = "audit-sample-checked-v1";

        @Override
        public String subject() {
            return sampleId;
        }
    }

    /** Where a violation came to light. */
    enum Origin {
        SPOT_CHECK,
        INSPECTION,
        COMPLAINT
    }

    /** @param originId of the suspect, the inspection or the complaint */
    @Terms(
            topic = ViolationReferred.TOPIC,
            from = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, FINANCE, DISCIPLINE},
            to = DISCIPLINE,
            clauses = {"bachu-2022/第四十二条(5)", "bachu-2022/第四十一条(4)"},
            zh = "违规问题已移交")
    record ViolationReferred(
            String violationId,
            Origin origin,
            String originId,
            Breach breach,
            Answerable answerable,
            String township,
            LocalDate referredOn)
            implements CashRiskHandoff {
        public static final String TOPIC = "audit-violation-referred-v1";

        @Override
        public String subject() {
            return violationId;
        }
    }

    /** How discipline inspection dealt with it; who it was stays there. */
    enum Handling {
        UNFOUNDED,
        REMINDED,
        DISCIPLINED,
        /** Handed on to the criminal law. */
        TRANSFERRED
    }

    @Terms(
            topic = ViolationDecided.TOPIC,
            from = DISCIPLINE,
            to = {TAX, MEDICAL_INSURANCE, SOCIAL_INSURANCE, COUNTY_GOVERNMENT},
            clauses = {"bachu-2022/第四十二条(7)", "bachu-2022/第四十一条(5)"},
            zh = "违规问题已处理")
    record ViolationDecided(String violationId, String township, Handling handling, LocalDate decidedOn)
            implements CashRiskHandoff {
        public static final String TOPIC = "audit-violation-decided-v1";

        @Override
        public String subject() {
            return violationId;
        }
    }

    /**
     * A special inspection of cash payment was held in a township.
     *
     * @param number of the inspection in the township in the calendar year of {@code heldOn}
     * @param by the departments that took part
     */
    @Terms(
            topic = InspectionHeld.TOPIC,
            from = {DISCIPLINE, TAX, FINANCE, MEDICAL_INSURANCE, SOCIAL_INSURANCE},
            to = TOWNSHIP,
            clauses = "bachu-2022/第四十一条(3)",
            zh = "现金缴费专项检查已开展")
    record InspectionHeld(
            String inspectionId,
            String township,
            List<String> villages,
            int number,
            List<Department> by,
            int violations,
            LocalDate heldOn)
            implements CashRiskHandoff {
        public static final String TOPIC = "audit-inspection-held-v1";

        @Override
        public String subject() {
            return inspectionId;
        }
    }

    /** A township was inspected as often as the notice asks for in a year. */
    @Terms(
            topic = InspectionsCompleted.TOPIC,
            from = DISCIPLINE,
            to = COUNTY_GOVERNMENT,
            clauses = "bachu-2022/第四十一条(3)",
            zh = "年度专项检查次数已达到")
    record InspectionsCompleted(String township, int held, LocalDate completedOn) implements CashRiskHandoff {
        public static final String TOPIC = "audit-inspections-completed-v1";

        @Override
        public String subject() {
            return township;
        }
    }
}
