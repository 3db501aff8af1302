package cn.liangxian.rest;

import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses with 403, before anything of the request is looked at, whoever is logged in and belongs to no department: the three
 * administrators 三员 have their own console, and nothing to do where residents' data are.
 */
public class RefusingStrangers {

    private final SecurityIdentity identity;
    private final Caller caller;

    RefusingStrangers(SecurityIdentity identity, Caller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    @ServerRequestFilter
    public void filter() {
        if (!identity.isAnonymous()) caller.department();
    }
}
