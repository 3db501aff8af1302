package cn.liangxian.audit.occasion;

import cn.liangxian.rest.ProblemType;

/** Why what was held or put up is not taken down. */
enum OccasionProblem implements ProblemType {
    NOT_JOINT("training-not-joint", 422, "培训须由税务会同医保、社保开展", "Tax trains together with an agency"),
    NOBODY_TRAINED("training-of-nobody", 422, "无人参加培训", "Nobody took part"),
    IN_FUTURE("occasion-in-future", 422, "日期晚于当日", "The day is still to come");

    private final Wording wording;

    OccasionProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
