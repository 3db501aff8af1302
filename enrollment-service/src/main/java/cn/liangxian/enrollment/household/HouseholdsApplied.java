package cn.liangxian.enrollment.household;

import cn.liangxian.enrollment.feed.RefusedRow;
import java.util.List;

/** The answer to a feed; the first errors by row, {@code errorCount} of them in all. */
public record HouseholdsApplied(String feedId, int received, int applied, int errorCount, List<RefusedRow> errors) {}
