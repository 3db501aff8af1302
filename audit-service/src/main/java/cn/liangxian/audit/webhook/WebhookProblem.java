package cn.liangxian.audit.webhook;

import cn.liangxian.rest.ProblemType;

/** Why a subscription is not taken or changed. */
enum WebhookProblem implements ProblemType {
    BAD_URL("webhook-url-refused", 422, "回调地址不可用", "Nothing is sent to this address"),
    NOT_YOURS("webhook-topic-refused", 422, "该交接不属于本部门", "The handoff is not one of this department"),
    EXISTS("webhook-exists", 409, "该地址已订阅", "The address is subscribed already"),
    COUNTY_ONLY("webhook-county-only", 403, "仅县区级单位可订阅", "Only units of the whole county subscribe"),
    UNKNOWN("webhook-unknown", 404, "未找到该订阅", "No such subscription"),
    NOT_SENT("webhook-event-not-sent", 404, "该订阅没有此事件", "The subscription has no such event");

    private final Wording wording;

    WebhookProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
