package cn.liangxian.collection;

import static cn.liangxian.handoff.Department.BANK;
import static cn.liangxian.handoff.Department.TAX;
import static cn.liangxian.handoff.Department.TOWNSHIP;

import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Nullable;
import cn.liangxian.handoff.Terms;
import java.time.LocalDate;

/** What collection hands over about batch debit 批量划扣: agreements, debit lists, batches, answers, failures. */
public sealed interface DebitHandoff extends CollectionHandoff {

    /** Who of a township has no agreement that a debit may use; the list itself is read at the service. */
    @Terms(
            topic = AgreementsMissing.TOPIC,
            from = TAX,
            to = TOWNSHIP,
            clauses = "bachu-2022/第二十五条(3)",
            zh = "未签订扣款协议人员已推送")
    record AgreementsMissing(String township, LocalDate date, int people, String digest) implements DebitHandoff {
        public static final String TOPIC = "collection-agreements-missing-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /** A township names the agreements that must be signed anew, or whose card changed. */
    @Terms(
            topic = AgreementsToRenew.TOPIC,
            from = TOWNSHIP,
            to = TAX,
            clauses = "bachu-2022/第二十五条(5)",
            zh = "需重签扣款协议人员已提交")
    record AgreementsToRenew(String listId, String township, int people, LocalDate date) implements DebitHandoff {
        public static final String TOPIC = "collection-agreements-to-renew-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /** Tax voided agreements; the township has them signed anew. */
    @Terms(topic = AgreementVoided.TOPIC, from = TAX, to = TOWNSHIP, clauses = "bachu-2022/第二十五条(6)", zh = "扣款协议已作废")
    record AgreementVoided(String township, int people, LocalDate date) implements DebitHandoff {
        public static final String TOPIC = "collection-agreement-voided-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * A township returned its debit list (《批量扣款清册》).
     *
     * @param people with a row in it, of whom {@code debitable} can be debited, together for {@code total}
     * @param categories the note on the categories of people
     */
    @Terms(
            topic = DebitListReturned.TOPIC,
            from = TOWNSHIP,
            to = TAX,
            clauses = {"bachu-2022/第二十六条(2)", "bachu-2022/第二十六条(4)"},
            zh = "批量扣款清册已传递")
    record DebitListReturned(
            String listId,
            String township,
            int feeYear,
            int people,
            int debitable,
            Fen total,
            String categories,
            String signedBy,
            boolean sealed,
            String digest)
            implements DebitHandoff {
        public static final String TOPIC = "collection-debit-list-returned-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /** The amounts of a debit list were set; the township may apply for changes from now on. */
    @Terms(
            topic = AmountsSet.TOPIC,
            from = TAX,
            to = TOWNSHIP,
            clauses = {"bachu-2022/第二十七条(1)", "bachu-2022/第二十七条(3)"},
            zh = "缴费金额已设置")
    record AmountsSet(String listId, String township, int claims, Fen total) implements DebitHandoff {
        public static final String TOPIC = "collection-amounts-set-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /**
     * An amount was changed on a township's application.
     *
     * @param specialist who applied, by name; null where the notice knows no specialists
     */
    @Terms(
            topic = AmountChangeApplied.TOPIC,
            from = TOWNSHIP,
            to = TAX,
            clauses = "bachu-2022/第二十七条(2)",
            zh = "变更应缴费额已申请")
    record AmountChangeApplied(
            String changeId,
            String listId,
            String township,
            String personKey,
            Insurance insurance,
            @Nullable Fen before,
            Fen after,
            String reason,
            @Nullable String specialist)
            implements DebitHandoff {
        public static final String TOPIC = "collection-amount-change-applied-v1";

        @Override
        public String subject() {
            return personKey;
        }
    }

    /** A batch went to a bank, which answers by {@code answerBy}. */
    @Terms(topic = DebitBatchSent.TOPIC, from = TAX, to = BANK, clauses = "bachu-2022/第二十八条(1)", zh = "批量扣款已发起")
    record DebitBatchSent(
            String batchNo,
            String bank,
            LocalDate date,
            int lines,
            Fen total,
            LocalDate answerBy,
            @Nullable LocalDate cutOff)
            implements DebitHandoff {
        public static final String TOPIC = "collection-debit-batch-sent-v1";

        /** As it was before batches said what they know. */
        public DebitBatchSent(String batchNo, String bank, LocalDate date, int lines, Fen total, LocalDate answerBy) {
            this(batchNo, bank, date, lines, total, answerBy, null);
        }

        @Override
        public String subject() {
            return batchNo;
        }
    }

    /**
     * What a bank answered of a batch in one file: lines counted by what became of them. An answer may come in parts.
     *
     * @param open lines of the batch of which nothing final is known yet
     */
    @Terms(topic = DebitAnswered.TOPIC, from = BANK, to = TAX, clauses = "bachu-2022/第二十八条(1)", zh = "批量扣款结果已返回")
    record DebitAnswered(
            String answerId,
            String batchNo,
            String bank,
            int paid,
            Fen total,
            int failed,
            int unknown,
            int refused,
            int open)
            implements DebitHandoff {
        public static final String TOPIC = "collection-debit-answered-v1";

        @Override
        public String subject() {
            return batchNo;
        }
    }

    /**
     * A bank stopped lines that it had been asked to stop (2123 to our 1123), since their claims were paid otherwise.
     *
     * @param open lines of the batch of which nothing final is known yet
     */
    @Terms(topic = DebitStopped.TOPIC, from = BANK, to = TAX, clauses = "bachu-2022/第二十八条(1)", zh = "批量扣款已止付")
    record DebitStopped(String stopId, String batchNo, String bank, int lines, int open) implements DebitHandoff {
        public static final String TOPIC = "collection-debit-stopped-v1";

        @Override
        public String subject() {
            return batchNo;
        }
    }

    /**
     * A bank answered our requests to give back debits of claims that had been paid otherwise (2021 to our 1021).
     *
     * @param lines given back to the residents, together {@code total}: never money of the county
     * @param booked lines that it could not give back any more, booked as money that is not owed
     * @param open lines of the batch of which nothing final is known yet
     */
    @Terms(topic = DebitReversed.TOPIC, from = BANK, to = TAX, clauses = "bachu-2022/第二十八条(1)", zh = "批量扣款已冲正")
    record DebitReversed(String reversalId, String batchNo, String bank, int lines, Fen total, int booked, int open)
            implements DebitHandoff {
        public static final String TOPIC = "collection-debit-reversed-v1";

        @Override
        public String subject() {
            return batchNo;
        }
    }

    /** Failed debits told to the township, also when there are none. {@code date} is the day of the debit. */
    @Terms(
            topic = DebitFailuresListed.TOPIC,
            from = TAX,
            to = TOWNSHIP,
            clauses = "bachu-2022/第二十八条(2)",
            zh = "扣款失败明细已反馈")
    record DebitFailuresListed(LocalDate date, String township, int lines, int people, Fen total)
            implements DebitHandoff {
        public static final String TOPIC = "collection-debit-failures-listed-v1";

        @Override
        public String subject() {
            return township;
        }
    }

    /** Who is to be guided to another channel, because debits fail or cannot be. */
    @Terms(topic = GuidanceListed.TOPIC, from = TAX, to = TOWNSHIP, clauses = "bachu-2022/第二十九条", zh = "需引导其他渠道缴费人员已推送")
    record GuidanceListed(LocalDate date, String township, int people, int failed, int notDebitable)
            implements DebitHandoff {
        public static final String TOPIC = "collection-guidance-listed-v1";

        @Override
        public String subject() {
            return township;
        }
    }
}
