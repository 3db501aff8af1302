package cn.liangxian.collection;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;

/** Who collects for tax, and whom townships remind to pay. */
public sealed interface CollectorHandoff extends CollectionHandoff {

    /** A village agent may collect in one village, from and until these days; {@code number} is the township's. */
    @Terms(
            topic = CollectorRegistered.TOPIC,
            from = TOWNSHIP,
            to = TAX,
            clauses = "yicheng-2024/四(三)1",
            zh = "村居代办人员已登记")
    record CollectorRegistered(String township, String village, String number, LocalDate from, LocalDate until)
            implements CollectorHandoff {
        public static final String TOPIC = "collection-collector-registered-v1";

        @Override
        public String subject() {
            return village;
        }
    }

    /**
     * A village agent handed in cash that was held for longer, or more of it at once, than the policy allows (滞留资金).
     *
     * @param since date of the oldest receipt; {@code days} from then to the remittance
     * @param mostHeld the most that the agent held over the end of a day, of what was handed in by now
     * @param assumed whether no text gives what is allowed
     */
    @Terms(
            topic = CashRetained.TOPIC,
            from = TAX,
            to = {TOWNSHIP, AUDIT_BUREAU},
            clauses = "yicheng-2024/六(二)-b",
            zh = "代收款滞留")
    record CashRetained(
            String remittanceId,
            String township,
            String village,
            String agent,
            LocalDate since,
            LocalDate on,
            int days,
            Fen mostHeld,
            int daysAllowed,
            Fen allowed,
            @Nullable Boolean assumed)
            implements CollectorHandoff {
        public static final String TOPIC = "collection-cash-retained-v1";

        @Override
        public String subject() {
            return village;
        }
    }

    /**
     * A township listed registered residents who work elsewhere; it has to tell them to pay in time.
     *
     * @param residents how many of them it had not listed before; zero when it knows of nobody
     */
    @Terms(
            topic = AbsentResidentsListed.TOPIC,
            from = TOWNSHIP,
            to = TAX,
            clauses = "yicheng-2024/五(一)-c",
            zh = "异地打工居民已登记")
    record AbsentResidentsListed(String listId, String township, int residents, LocalDate on)
            implements CollectorHandoff {
        public static final String TOPIC = "collection-absent-residents-listed-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * A township told registered residents who work elsewhere to pay in time: how it stands with one of its lists.
     *
     * @param listed how many such residents are on the list; {@code told} how many of them have been told at least once,
     *     {@code settled} how many owe nothing any more, all as of {@code on}
     * @param left how many still owe and have not been told; null in what was handed over before it was counted
     * @param listId null in what was handed over of all lists of the township, before they were told apart
     */
    @Terms(
            topic = AbsentResidentsNotified.TOPIC,
            from = TOWNSHIP,
            to = TAX,
            clauses = "yicheng-2024/五(一)-c",
            zh = "异地打工居民已通知")
    record AbsentResidentsNotified(
            String township,
            int listed,
            int told,
            int settled,
            LocalDate on,
            @Nullable Integer left,
            @Nullable String listId)
            implements CollectorHandoff {
        public static final String TOPIC = "collection-absent-residents-notified-v1";

        @Override
        public String subject() {
            return township;
        }
    }
}
