package cn.liangxian.collection.specialcase;

import cn.liangxian.collection.claim.Claim;
import cn.liangxian.handoff.Clause;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.SpecialCase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Which payments are special cases (特殊情形缴费), and whether the agency has agreed to them. */
@ApplicationScoped
@Clause("yicheng-2024/四(三)3b")
public class SpecialCases {

    private final Jdbi jdbi;
    private final Policy policy;

    SpecialCases(Jdbi jdbi, Policy policy) {
        this.jdbi = jdbi;
        this.policy = policy;
    }

    /** The case for which the claim cannot be paid on the day, because the agency has not agreed to it; else empty. */
    public Optional<SpecialCase> notAssessed(Claim claim, LocalDate on) {
        Optional<SpecialCase> needed = claim.feeYear() == policy.feeYear()
                ? policy.assessmentNeeded(claim.insurance(), claim.facts(), on)
                : policy.specialCases().stream()
                        .filter(SpecialCase::earlierYears)
                        .findFirst();
        return needed.filter(special -> !agreed(claim, on));
    }

    private boolean agreed(Claim claim, LocalDate on) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select exists (select from special_case where positive and person_key = ? and insurance = ?
                            and fee_year = ? and valid_until >= ?)""")
                .bind(0, claim.personKey())
                .bind(1, claim.insurance().name())
                .bind(2, claim.feeYear())
                .bind(3, on)
                .mapTo(Boolean.class)
                .one());
    }
}
