package cn.liangxian.audit.spotcheck;

import cn.liangxian.rest.ProblemType;

/** Why a sample is not drawn, or an outcome not taken. */
enum SampleProblem implements ProblemType {
    SEED_TOO_EARLY(
            "seed-before-sealing", 409, "种子须在总体封存次日以后产生", "The seed must come into being after the day of the sealing"),
    DRAWN("sample-drawn", 409, "样本已抽取", "The sample was drawn before"),
    NOT_IN_SAMPLE("not-in-sample", 422, "该疑点不在抽查样本内", "The suspect is not in the sample"),
    CHECKED("suspect-checked", 409, "该疑点已抽查", "The suspect was checked before");

    private final Wording wording;

    SampleProblem(String code, int status, String zh, String en) {
        wording = new Wording(code, status, zh, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
