package cn.liangxian.rest;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes down who, though logged in, got 403 or 404, and for which path: what another area has does not exist for the caller,
 * whether a resource refuses it or a query does not find it, and the attempt is seen all the same. The query is left out,
 * which may be a person's.
 */
public class LoggingRefusals {

    private static final Logger LOG = Logger.getLogger(LoggingRefusals.class);
    private static final Set<Integer> REFUSALS = Set.of(403, 404);

    private final SecurityIdentity identity;
    private final Caller caller;

    LoggingRefusals(SecurityIdentity identity, Caller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    @ServerResponseFilter
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!REFUSALS.contains(response.getStatus()) || identity.isAnonymous()) return;
        LOG.warnf(
                "%d to %s: %s %s",
                response.getStatus(),
                caller.described(),
                request.getMethod(),
                request.getUriInfo().getRequestUri().getRawPath());
    }
}
