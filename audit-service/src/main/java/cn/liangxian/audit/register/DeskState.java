package cn.liangxian.audit.register;

import java.util.List;

/** The few states in which a desk shows what is owed. */
public enum DeskState {
    /** What there is to do: everything that is late or under way. */
    TODO("is-open", Standing.MISSED, Standing.OPEN, Standing.DUE_SOON),
    /** 逾期 */
    LATE("is-late", Standing.MISSED),
    /** 进行中 */
    UNDER_WAY("is-open", Standing.OPEN, Standing.DUE_SOON),
    /** 未开始 */
    NOT_STARTED("is-quiet", Standing.EXPECTED),
    /** 暂不能开始: its clock has not started, because a handoff of somebody else has not come. */
    BLOCKED("is-wait"),
    /** 已完成 */
    DONE("is-done", Standing.MET_ON_TIME, Standing.MET_LATE, Standing.WAIVED);

    private final String style;
    private final List<Standing> standings;

    DeskState(String style, Standing... standings) {
        this.style = style;
        this.standings = List.of(standings);
    }

    /** Style class of its tab. */
    public String style() {
        return style;
    }

    /** The standings of the register that it gathers; none for what is not in the register yet. */
    public List<Standing> standings() {
        return standings;
    }
}
