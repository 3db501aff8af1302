package cn.liangxian.rest;

import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who calls: the department and the area (division code) that the token vouches for. An area covers every code that
 * begins with it: a county its townships, a township its villages. The area of a bank is its code in the policy.
 */
@RequestScoped
public class Caller {

    private final JsonWebToken token;
    private final SecurityIdentity identity;
    private final Policy policy;

    Caller(JsonWebToken token, SecurityIdentity identity, Policy policy) {
        this.token = token;
        this.identity = identity;
        this.policy = policy;
    }

    public Department department() {
        try {
            return Department.valueOf(claim("department"));
        } catch (IllegalArgumentException e) {
            throw new Problem(AnyRequestProblem.FORBIDDEN, new Text("令牌所载部门无法识别", "token names an unknown department"));
        }
    }

    public String area() {
        return claim("area");
    }

    public String name() {
        return identity.getPrincipal().getName();
    }

    /** Refuses with 403 whoever is none of these. */
    public void mustBe(Department... departments) {
        mustBe(List.of(departments));
    }

    /** As {@link #mustBe(Department...)}, of those whom the policy names. */
    public void mustBe(Collection<Department> departments) {
        if (!departments.contains(department())) {
            throw new Problem(
                    AnyRequestProblem.FORBIDDEN,
                    new Text(department().zh() + "无此权限", department().en() + " may not do this"));
        }
    }

    /** Answers 404, as if it did not exist, for data of another area. */
    public void mustCover(String area) {
        if (area == null || !area.startsWith(area())) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
    }

    /** As {@link #mustCover} for what is the whole county's: the office of a township does not act for it. */
    public void mustCoverCounty() {
        mustCover(policy.jurisdiction().code());
    }

    /**
     * Answers 404 to whoever speaks for an area of another county; a bank speaks for itself and serves several.
     *
     * @throws Problem 403 where the token names no department
     */
    void mustBelong() {
        String county = policy.jurisdiction().code();
        boolean bank = department() == Department.BANK;
        if (!bank && !area().startsWith(county) && !county.startsWith(area())) {
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
    }

    /** For the log: whatever the token says, if it says too little too. */
    String described() {
        return name() + " (department " + said("department") + ", area " + said("area") + ")";
    }

    private String said(String claim) {
        return token.<String>claim(claim).orElse("");
    }

    private String claim(String name) {
        Optional<String> value = token.claim(name);
        return value.filter(v -> !v.isBlank())
                .orElseThrow(() ->
                        new Problem(AnyRequestProblem.FORBIDDEN, new Text("令牌缺少 " + name, "token has no " + name)));
    }
}
