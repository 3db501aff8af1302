package cn.liangxian.enrollment;

import static cn.liangxian.handoff.Department.AGEING_COMMITTEE;
import static cn.liangxian.handoff.Department.CIVIL_AFFAIRS;
import static cn.liangxian.handoff.Department.DISABLED_FEDERATION;
import static cn.liangxian.handoff.Department.HEALTH;
import static cn.liangxian.handoff.Department.MEDICAL_INSURANCE;
import static cn.liangxian.handoff.Department.RURAL_REVITALIZATION;
import static cn.liangxian.handoff.Department.SOCIAL_INSURANCE;
import static cn.liangxian.handoff.Department.VETERANS;

import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;
import java.util.Map;

/** Special-group identities are screened (筛选) by the agencies, and each doubt is decided. */
public sealed interface ScreeningHandoff extends EnrollmentHandoff {

    /** What became of a doubt. */
    enum ScreeningOutcome {
        /** The status is right as it stands. */
        KEPT,
        /** The status ended. */
        ENDED,
        /** The listing department was told that somebody may be missing on its list. */
        PASSED_ON
    }

    /**
     * The register was screened.
     *
     * @param screened residents looked at
     * @param doubts new ones by the name of the rule
     */
    @Terms(
            topic = IdentitiesScreened.TOPIC,
            from = {SOCIAL_INSURANCE, MEDICAL_INSURANCE},
            to = {CIVIL_AFFAIRS, DISABLED_FEDERATION, RURAL_REVITALIZATION, VETERANS, AGEING_COMMITTEE, HEALTH},
            clauses = {"yicheng-2024/四(四)1-c", "yicheng-2024/五(二)-c"},
            zh = "特殊群体身份已筛选")
    record IdentitiesScreened(
            String screeningId, String area, int screened, Map<String, Integer> doubts, LocalDate screenedOn)
            implements ScreeningHandoff {
        public static final String TOPIC = "enrollment-identities-screened-v1";

        @Override
        public String subject() {
            return area;
        }
    }

    /**
     * An agency decided a doubt.
     *
     * @param reason null when none was needed
     * @param screeningId which screening raised it
     */
    @Terms(
            topic = DoubtDecided.TOPIC,
            from = {SOCIAL_INSURANCE, MEDICAL_INSURANCE},
            to = {CIVIL_AFFAIRS, DISABLED_FEDERATION, RURAL_REVITALIZATION, VETERANS, AGEING_COMMITTEE, HEALTH},
            clauses = {"yicheng-2024/四(四)1-c", "yicheng-2024/五(二)-c"},
            zh = "身份疑点已核定")
    record DoubtDecided(
            String doubtId,
            String personKey,
            String category,
            String rule,
            ScreeningOutcome outcome,
            @Nullable String reason,
            LocalDate decidedOn,
            @Nullable String screeningId)
            implements ScreeningHandoff {
        public static final String TOPIC = "enrollment-doubt-decided-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }
}
