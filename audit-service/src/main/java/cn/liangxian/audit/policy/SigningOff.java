package cn.liangxian.audit.policy;

import cn.liangxian.audit.AuditHandoff.SignOff;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.policy.Policy;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Takes the agreement of the departments that a policy names; each agrees to one text, by its digest. */
@ApplicationScoped
@Clause("bachu-2022/第四条(二)")
class SigningOff {

    private final Jdbi jdbi;
    private final Policy policy;
    private final BusinessDay day;
    private final Caller caller;

    SigningOff(Jdbi jdbi, Policy policy, BusinessDay day, Caller caller) {
        this.jdbi = jdbi;
        this.policy = policy;
        this.day = day;
        this.caller = caller;
    }

    /** {@link Problem} 403 unless the policy names the department of the caller. */
    void mustBeNamed() {
        caller.mustCoverCounty();
        if (!policy.signOffs().departments().contains(caller.department())) {
            throw new Problem(
                    PolicyProblem.NO_SIGNATORY,
                    Text.departments(policy.signOffs().departments()).after("会签部门：", "named are "));
        }
    }

    /** A department that signed twice signed once. */
    @Transactional(TxType.MANDATORY)
    void sign(String digest) {
        mustBeNamed();
        Department department = caller.department();
        if (!digest.equals(policy.digest())) {
            throw new Problem(
                            PolicyProblem.OTHER_TEXT,
                            new Text("现行部署文本为" + policy.version(), "the text is " + policy.version()))
                    .at(null, "digest", new Text("与" + policy.digest() + "不符", "is not " + policy.digest()));
        }
        jdbi.useHandle(h -> h.createUpdate("insert into policy_sign_off values (?, ?, ?, ?) on conflict do nothing")
                .bind(0, digest)
                .bind(1, department.name())
                .bind(2, caller.name())
                .bind(3, day.today())
                .execute());
    }

    /** Those that are there for this text, in the order of the policy. */
    List<SignOff> given() {
        Map<Department, LocalDate> signed = jdbi.withHandle(h -> h
                .createQuery("select department, signed_on from policy_sign_off where digest = ?")
                .bind(0, policy.digest())
                .map((row, context) ->
                        new SignOff(Department.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)))
                .stream()
                .collect(Collectors.toMap(SignOff::department, SignOff::on)));
        return policy.signOffs().departments().stream()
                .filter(signed::containsKey)
                .map(department -> new SignOff(department, signed.get(department)))
                .toList();
    }

    /** Who has not signed this text yet. */
    List<Department> missing() {
        List<Department> given = given().stream().map(SignOff::department).toList();
        return policy.signOffs().departments().stream()
                .filter(department -> !given.contains(department))
                .toList();
    }
}
