package cn.liangxian.collection.refund;

import cn.liangxian.rest.ProblemType;

/** Why a refund is not requested, decided or made. */
public enum RefundProblem implements ProblemType {
    NO_PAYMENT("no-such-payment", 404, "未找到本人缴费记录", "No payment by a resident with this id"),
    NO_CASE("refund-unknown", 404, "未找到退费申请", "No such refund"),
    MORE_THAN_PAID("refund-exceeds-payment", 422, "退费金额超过缴费金额", "More than was paid cannot go back"),
    DOCUMENTS_MISSING("refund-documents-missing", 422, "缺少退费证明材料", "A refund of what was owed needs documents"),
    REASON_MISSING("refund-reason-missing", 422, "不予退费须说明理由", "A refusal needs a reason"),
    ALREADY_REQUESTED(
            "refund-already-requested",
            409,
            "该笔缴费已有退费申请在办，或已全部退还",
            "A refund of this payment is under way, or all of it has gone back"),
    NOT_WAITING_FOR_THIS("refund-not-waiting-for-this", 409, "退费申请不在该环节", "The refund does not wait for this step"),
    NOT_YOURS("refund-waits-on-another", 403, "该环节由其他部门办理", "The refund waits on another department"),
    SECOND_PERSON("refund-second-person", 403, "审批须由另一人办理", "A second person has to approve"),
    NOT_MADE("refund-not-made", 409, "退费尚未办理", "Only a refund that was made is reported"),
    REPORTED("refund-reported", 409, "该笔退费已反馈", "This refund was reported"),
    COPY_DIFFERS("refund-copy-differs", 422, "资料复印件缺失或与原件不符", "A copy is missing or is not that of the document"),
    COPY_NOT_HELD("refund-copy-not-held", 409, "税务局尚未留存资料复印件", "Tax has no copy of a document yet"),
    DOCUMENT_NOT_NAMED("refund-document-not-named", 422, "退费申请未列明该资料", "The request names no such document"),
    DOCUMENT_NOT_HELD("refund-document-not-held", 404, "未留存该资料", "There is no copy of this document"),
    DOCUMENT_MISNAMED(
            "refund-document-misnamed",
            422,
            "退费资料的名称或摘要不符合要求",
            "The name or the digest of a document is not as it has to be"),
    DOCUMENT_UNREADABLE(
            "refund-document-unreadable", 422, "不是可打开的PDF、JPEG、PNG文件", "No PDF, JPEG or PNG that can be opened"),
    VOUCHER_TAKEN("refund-voucher-taken", 422, "退费凭证号已使用", "The voucher belongs to another refund");

    private final Wording wording;

    RefundProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
