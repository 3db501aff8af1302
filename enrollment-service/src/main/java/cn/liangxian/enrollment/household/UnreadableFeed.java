package cn.liangxian.enrollment.household;

import cn.liangxian.enrollment.feed.Unreadable;
import cn.liangxian.rest.ProblemType;

/** A feed that cannot be read; nothing of it is applied. */
record UnreadableFeed(Unreadable reason) implements ProblemType {

    @Override
    public Wording wording() {
        return new Wording(reason.code(), 422, reason.zh(), reason.en());
    }
}
