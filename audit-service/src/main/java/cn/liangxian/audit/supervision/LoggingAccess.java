package cn.liangxian.audit.supervision;

import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Notes every request of the audit bureau, also a refused one. Paths and queries hold ids and keys, never a name. */
@Provider
public class LoggingAccess implements ContainerResponseFilter {

    private static final int UNAUTHORIZED = 401;
    private final BureauAccesses accesses;
    private final Caller caller;
    private final JsonWebToken token;

    LoggingAccess(BureauAccesses accesses, Caller caller, JsonWebToken token) {
        this.accesses = accesses;
        this.caller = caller;
        this.token = token;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // whose token is not good is nobody, and asking who it is fails
        if (response.getStatus() == UNAUTHORIZED
                || !Department.AUDIT_BUREAU.name().equals(token.getClaim("department"))) {
            return;
        }
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        accesses.enter(caller.name(), request.getUriInfo().getPath(), query == null ? "" : query, response.getStatus());
    }
}
