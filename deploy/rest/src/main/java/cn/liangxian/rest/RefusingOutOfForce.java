package cn.liangxian.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Refuses, on a date on which the policy is not in force, whatever a program sends with an Idempotency-Key, before anything
 * else of it is looked at; {@link Idempotency} refuses what comes from the forms of the desks. Reading is always possible,
 * also where it is a POST because its body holds an ID number.
 */
public class RefusingOutOfForce {

    private final InForce force;

    RefusingOutOfForce(InForce force) {
        this.force = force;
    }

    @ServerRequestFilter
    public void filter(ContainerRequestContext request, SimpleResourceInfo resource) {
        if (request.getHeaderString("Idempotency-Key") == null) return;
        if (resource.getResourceClass().isAnnotationPresent(RegardlessOfForce.class)) return;
        force.mustHold();
    }
}
