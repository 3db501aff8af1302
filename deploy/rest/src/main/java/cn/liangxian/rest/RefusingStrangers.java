package cn.liangxian.rest;

import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses, before anything of the request is looked at, whoever is logged in and has nothing to do where this county's
 * residents' data are: with 403 who belongs to no department, as the three administrators 三员, who have their own console; with
 * 404 who speaks for another county.
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
        if (!identity.isAnonymous()) caller.mustBelong();
    }
}
