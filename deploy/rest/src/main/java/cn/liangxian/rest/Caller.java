package cn.liangxian.rest;

import cn.liangxian.handoff.Department;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Who calls: the department and the area (division code) that the token vouches for. An area covers every code that
 * begins with it: a county its townships, a township its villages. The area of a bank is its code in the policy.
 */
@RequestScoped
public class Caller {

    private static final Logger LOG = Logger.getLogger(Caller.class);
    private final JsonWebToken token;
    private final SecurityIdentity identity;

    Caller(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
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

    /** Answers 404, as if it did not exist, for data of another area; the attempt is logged. */
    public void mustCover(String area) {
        if (area == null || !area.startsWith(area())) {
            LOG.warnf("%s of %s asked for data of area %s", name(), area(), area);
            throw new Problem(AnyRequestProblem.NOT_FOUND, null);
        }
    }

    private String claim(String name) {
        Optional<String> value = token.claim(name);
        return value.filter(v -> !v.isBlank())
                .orElseThrow(() ->
                        new Problem(AnyRequestProblem.FORBIDDEN, new Text("令牌缺少 " + name, "token has no " + name)));
    }
}
