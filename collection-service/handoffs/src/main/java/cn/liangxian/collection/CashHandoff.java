package cn.liangxian.collection;

import static cn.liangxian.handoff.Department.AUDIT_BUREAU;
import static cn.liangxian.handoff.Department.DISCIPLINE;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;
import static cn.liangxian.handoff.Department.TREASURY;
import static cn.liangxian.handoff.Department.VILLAGE;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;

/** Cash that is taken from residents who can use no other channel, until it is paid in and the ledger is filed. */
public sealed interface CashHandoff extends CollectionHandoff {

    /** Cash was taken against a receipt; payer, collector and head of the village have signed. */
    @Terms(topic = CashTaken.TOPIC, from = VILLAGE, to = TOWNSHIP, clauses = "bachu-2022/第三十条(3)", zh = "现金已收取并登记台账")
    record CashTaken(
            String entryId,
            String receiptNo,
            String township,
            String village,
            String collector,
            String personKey,
            Insurance insurance,
            Fen amount,
            LocalDate on)
            implements CashHandoff {
        public static final String TOPIC = "collection-cash-taken-v1";

        @Override
        public String subject() {
            return entryId;
        }
    }

    /**
     * The collector paid in for the resident what was taken.
     *
     * @param taken in cash; more than {@code paid} is a finding
     * @param days for which the collector held it; 0 on the same day
     */
    @Terms(
            topic = CashSettled.TOPIC,
            from = VILLAGE,
            to = {TAX, TREASURY},
            clauses = {"bachu-2022/第三十条(2)", "bachu-2022/第三十条(4)"},
            zh = "现金已代为缴费")
    record CashSettled(
            String entryId,
            String receiptNo,
            String township,
            String village,
            String collector,
            String personKey,
            Insurance insurance,
            Fen taken,
            Fen paid,
            String paymentId,
            String channel,
            String voucher,
            int days,
            LocalDate on)
            implements CashHandoff {
        public static final String TOPIC = "collection-cash-settled-v1";

        @Override
        public String subject() {
            return entryId;
        }
    }

    /**
     * Nothing was owed any more: the collector gave the resident back what had been taken. It ends the entry as paying in does.
     *
     * @param amount all that was taken
     * @param days for which the collector held it; 0 on the same day
     */
    @Terms(
            topic = CashReturned.TOPIC,
            from = VILLAGE,
            to = {TOWNSHIP, TAX},
            clauses = "bachu-2022/第三十条(4)",
            zh = "现金已退还缴费人")
    record CashReturned(
            String entryId,
            String receiptNo,
            String township,
            String village,
            String collector,
            String personKey,
            Insurance insurance,
            Fen amount,
            int days,
            LocalDate on)
            implements CashHandoff {
        public static final String TOPIC = "collection-cash-returned-v1";

        @Override
        public String subject() {
            return entryId;
        }
    }

    /** A township filed the scan of its cash ledger; {@code originalAt} is where the original is kept. */
    @Terms(
            topic = CashLedgerFiled.TOPIC,
            from = TOWNSHIP,
            to = TAX,
            clauses = {"bachu-2022/第三十条(5)", "bachu-2022/第三十条(6)"},
            zh = "现金征缴登记台账扫描件已报送")
    record CashLedgerFiled(
            String ledgerId, String township, int entries, Fen total, String digest, String originalAt, LocalDate on)
            implements CashHandoff {
        public static final String TOPIC = "collection-cash-ledger-filed-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * Somebody looked at what the three have put on an entry, or at the scan of a ledger (信息使用接受提供部门的监督): once a person,
     * paper and day. What the township looks at itself it is not told.
     *
     * @param paperId of the entry or of the ledger; {@code personKey} of who paid, null for a ledger
     * @param township that provided the paper
     * @param reader the department that looked, for {@code area}; who it was stays with collection under {@code lookId}
     */
    @Terms(
            topic = CashPaperSeen.TOPIC,
            from = {TAX, AUDIT_BUREAU, DISCIPLINE},
            to = TOWNSHIP,
            clauses = "bachu-2022/第二十条(3)",
            zh = "现金台账凭据已查阅")
    record CashPaperSeen(
            String lookId,
            String paperId,
            @Nullable String personKey,
            String township,
            Department reader,
            String area,
            LocalDate seenOn)
            implements CashHandoff {
        public static final String TOPIC = "collection-cash-paper-seen-v1";

        @Override
        public String subject() {
            return paperId;
        }
    }
}
