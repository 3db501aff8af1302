package cn.liangxian.enrollment.household;

import cn.liangxian.enrollment.feed.Unreadable;
import cn.liangxian.rest.ProblemType;

/** A feed that cannot be read; nothing of it is applied. */
record UnreadableFeed(Unreadable reason) implements ProblemType {

    @Override
    public String code() {
        return reason.code();
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String zh() {
        return reason.zh();
    }

    @Override
    public String en() {
        return "The feed cannot be read";
    }
}
