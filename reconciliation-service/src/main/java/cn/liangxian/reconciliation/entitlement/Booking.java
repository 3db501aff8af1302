package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import java.util.List;
import java.util.UUID;

/** What an agency booked from one set of payment details: the persons who are now entitled, all of them or some. */
public record Booking(String detailsId, List<String> entitled) {

    /** One set of details has not more claims than this. */
    static final int MOST_PERSONS = 500;

    UUID details() {
        try {
            return UUID.fromString(detailsId);
        } catch (IllegalArgumentException e) {
            throw new Problem(EntitlementProblem.DETAILS_UNKNOWN, null);
        }
    }

    void check() {
        Problem problem = new Problem(EntitlementProblem.MALFORMED, null);
        if (detailsId == null) {
            problem.at(null, "detailsId", Text.MISSING);
        }
        if (entitled == null || entitled.isEmpty() || entitled.size() > MOST_PERSONS) {
            problem.at(null, "entitled", new Text("须为1至" + MOST_PERSONS + "人", "1 to " + MOST_PERSONS + " persons"));
        } else if (entitled.stream().anyMatch(java.util.Objects::isNull)) {
            problem.at(entitled.indexOf(null) + 1, "entitled", Text.MISSING);
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    /**
     * How a booking was taken.
     *
     * @param recorded entitlements that are new
     * @param known those that had been recorded before, left as they are
     * @param open claims of these details that nobody has booked yet
     */
    public record Taken(String detailsId, int recorded, int known, int open) {}
}
