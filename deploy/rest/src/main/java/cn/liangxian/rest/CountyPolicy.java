package cn.liangxian.rest;

import cn.liangxian.handoff.SealedIdentity;
import cn.liangxian.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The county as data: the policy file that this deployment runs, and the key of its sealed identities. */
@ApplicationScoped
public class CountyPolicy {

    @Produces
    @Singleton
    Policy policy(@ConfigProperty(name = "liangxian.policy") Path file) {
        return Policy.load(file);
    }

    @Produces
    @Singleton
    SealedIdentity seal(@ConfigProperty(name = "liangxian.identity-key") String key) {
        return new SealedIdentity(key);
    }
}
