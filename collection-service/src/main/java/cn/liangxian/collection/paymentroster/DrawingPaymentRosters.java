package cn.liangxian.collection.paymentroster;

import cn.liangxian.handoff.Clause;
import cn.liangxian.messaging.DailyWork;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * 集中征缴期结束后由税务部门提供缴费清册: on the day of the policy's schedule "publication" tax draws up, for each township, who has
 * paid in full. Only claims that were complete by then: a later list would consist of those for whom somebody else paid
 * after the campaign, and so show who is being helped. A half-paid claim stays out for the same reason.
 */
@ApplicationScoped
@Clause("yicheng-2024/四(五)")
class DrawingPaymentRosters implements DailyWork {

    private static final String SCHEDULE = "publication";
    private final Jdbi jdbi;
    private final Policy policy;
    private final PaymentRosters rosters;

    DrawingPaymentRosters(Jdbi jdbi, Policy policy, PaymentRosters rosters) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.rosters = rosters;
    }

    /** After the takings of the date before are closed. */
    @Override
    public int order() {
        return 30;
    }

    @Override
    public void open(LocalDate date, boolean workday) {
        if (!policy.runs(SCHEDULE, date)) {
            return;
        }
        for (Township township : policy.jurisdiction().townships(date)) {
            if (rosters.latest(township.code(), policy.feeYear()).isEmpty()) {
                enterLines(township.code());
                rosters.seal(township.code(), policy.feeYear(), date, null, null);
            }
        }
    }

    private void enterLines(String township) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        insert into payment_roster_line (township, fee_year, number, claim_no, since)
                        select c.township, c.fee_year,
                            row_number() over (order by c.village, c.person_key, c.insurance desc), c.claim_no, 1
                        from claim c join roster r using (roster_no)
                        where r.state = 'ACCEPTED' and c.state = 'PAID' and c.township = ? and c.fee_year = ?""")
                .bind(0, township)
                .bind(1, policy.feeYear())
                .execute());
    }
}
