package cn.liangxian.reconciliation.treasury;

import cn.liangxian.rest.Problem;
import cn.liangxian.rest.ProblemType;
import cn.liangxian.rest.Text;

/** Who states something again does so under the next version: none is left out, none comes twice. */
public final class NextVersion {

    private NextVersion() {}

    /** @param last 0 where nothing has been stated; {@link Problem} of the type unless {@code sent} follows it */
    public static void must(ProblemType type, int sent, int last) {
        if (sent != last + 1) {
            throw new Problem(
                    type,
                    new Text(
                            "报送第" + sent + "版，应为第" + (last + 1) + "版",
                            "version " + sent + " was sent, " + (last + 1) + " is next"));
        }
    }
}
