package cn.liangxian.collection.debit;

import cn.liangxian.rest.ProblemType;

/** Why something about a debit batch is refused. */
public enum DebitProblem implements ProblemType {
    BATCH_UNKNOWN("debit-batch-unknown", 404, "未找到扣款批次", "No such debit batch"),
    UNREADABLE("debit-answer-unreadable", 422, "回盘文件无法读取", "The answer file cannot be read"),
    OTHER_BATCH("debit-answer-of-other-batch", 422, "回盘文件不属于该批次", "The answer is about another batch"),
    TOTAL_DIFFERS("debit-answer-total-differs", 422, "回盘笔数或金额与明细不符", "Counts or sums differ from the rows"),
    CLAIM_UNKNOWN("debit-claim-unknown", 404, "未找到扣款失败记录", "No failed debit of this claim");

    private final Wording wording;

    DebitProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
