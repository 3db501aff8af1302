package cn.liangxian.collection.cash;

import cn.liangxian.rest.ProblemType;

/** Why something about cash is refused. */
public enum CashProblem implements ProblemType {
    NOT_A_CASH_PAYER("not-a-cash-payer", 409, "未列入现金缴费人员，应使用其他渠道", "Can use another channel, so no cash is taken"),
    MARK_MISSING("mark-missing", 422, "缺少签字或指印", "A signature or fingerprint is missing"),
    MARK_UNREADABLE(
            "mark-not-an-image",
            422,
            "不是可打开的JPEG、PNG图像（台账扫描件可为PDF）",
            "No JPEG or PNG that can be opened; a scan of the ledger may be a PDF"),
    MARK_REPEATED("mark-repeated", 422, "签字或指印图像重复使用", "The same image stands for two marks"),
    HELD_ALREADY("cash-held-already", 409, "该笔应缴已收现金，尚未缴费", "Cash for this claim is held and not paid in yet"),
    NOTHING_OWED("cash-nothing-owed", 409, "本人现无应缴，不收现金", "The resident owes nothing now, so no cash is taken"),
    ENTRY_UNKNOWN("cash-entry-unknown", 404, "未找到现金登记", "There is no such entry"),
    NOT_HELD("cash-not-held", 409, "该笔现金已结清", "This cash is settled"),
    VOUCHER_OF_OTHER("voucher-of-other-claim", 422, "凭证不是该笔应缴的缴费", "The voucher pays for another claim"),
    LEDGER_DIFFERS("cash-ledger-differs", 422, "台账笔数或金额与登记不符", "Entries or total are not those on record"),
    LEDGER_OPEN("cash-still-held", 409, "仍有现金未缴费", "Cash is still held"),
    LEDGER_FILED("cash-ledger-filed", 409, "台账已报送", "The ledger has been filed");

    private final Wording wording;

    CashProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
