package cn.liangxian.collection.absent;

import cn.liangxian.rest.ProblemType;

/** Why a notice is not taken. */
public enum AbsentProblem implements ProblemType {
    NOT_LISTED("absent-resident-not-listed", 422, "未登记为异地打工居民", "Not listed as working elsewhere");

    private final Wording wording;

    AbsentProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
