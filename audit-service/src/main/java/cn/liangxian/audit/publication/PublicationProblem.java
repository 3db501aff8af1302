package cn.liangxian.audit.publication;

import cn.liangxian.rest.ProblemType;

/** Why evidence of a publication is not taken. */
enum PublicationProblem implements ProblemType {
    PUBLISHED_IN_FUTURE("published-in-future", 422, "公示日期晚于当前业务日", "The date of publication has not come yet"),
    PUBLISHED_TOO_EARLY("published-before-order", 422, "公示日期早于清册提供日", "Published before the roster was provided");

    private final Wording wording;

    PublicationProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
