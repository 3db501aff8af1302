package cn.liangxian.subsidy.application;

/** What is applied for on a run date, and the schedule of the policy that dates it. */
public enum RunKind {
    /** Contributions to be paid on behalf of residents (代缴). */
    ON_BEHALF("on-behalf.runs"),
    /** Subsidies and grants that follow a completed contribution. */
    SUBSIDY("subsidy.runs");

    private final String schedule;

    RunKind(String schedule) {
        this.schedule = schedule;
    }

    /** Name of the schedule in the policy. */
    public String schedule() {
        return schedule;
    }
}
