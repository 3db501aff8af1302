package cn.liangxian.rest;

/** Problems that any request can meet. */
public enum AnyRequestProblem implements ProblemType {
    NOT_AUTHENTICATED("not-authenticated", 401, "未登录或令牌无效", "No valid token"),
    FORBIDDEN("forbidden", 403, "无权办理", "Not allowed for this department"),
    NOT_FOUND("not-found", 404, "未找到", "Not found"),
    MALFORMED("malformed-request", 400, "请求格式错误", "Malformed request"),
    DAY_NOT_OPENED("day-not-opened", 409, "业务日未开启", "No business date has been opened"),
    POLICY_NOT_IN_FORCE(
            "policy-not-in-force", 409, "该业务日无有效政策，不得办理", "The policy is not in force on this business date"),
    IDEMPOTENCY_KEY_MISSING("idempotency-key-missing", 400, "缺少幂等键", "Idempotency-Key header is missing"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "幂等键已用于其他请求", "Idempotency-Key was used for another request"),
    UNAVAILABLE("temporarily-unavailable", 503, "服务暂时不可用，请稍后重试", "Temporarily unavailable, try again"),
    INTERNAL("internal-error", 500, "系统内部错误", "Internal error");

    private final Wording wording;

    AnyRequestProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
