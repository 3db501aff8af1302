package cn.liangxian.audit.publication;

import cn.liangxian.rest.ProblemType;

/** Why evidence of a publication is not taken. */
enum PublicationProblem implements ProblemType {
    PUBLISHED_IN_FUTURE("published-in-future", 422, "公示日期晚于当前业务日", "The date of publication has not come yet"),
    PUBLISHED_TOO_EARLY("published-before-order", 422, "公示日期早于清册提供日", "Published before the roster was provided"),
    EVIDENCE_MISSING("evidence-missing", 400, "缺少公示照片或扫描件", "The photograph or scan is missing"),
    EVIDENCE_TOO_LARGE("evidence-too-large", 413, "公示照片或扫描件过大", "The photograph or scan is too large"),
    EVIDENCE_UNREADABLE("evidence-not-an-image", 422, "须为JPEG、PNG或PDF文件", "Neither JPEG, PNG nor PDF"),
    VILLAGE_ELSEWHERE("village-elsewhere", 422, "村居不属于该镇（街道）", "The village does not lie in the township");

    private final Wording wording;

    PublicationProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
