package cn.liangxian.world;

import cn.liangxian.policy.Policy;
import cn.liangxian.world.access.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that a campaign is played with.
 *
 * @param services base address of each service
 * @param kafkaBootstrap broker addresses
 * @param tokenUrl token endpoint of the login
 * @param secrets client secret by client name; a client is named by its department, with {@code -<township code>} when
 *     it acts for one township
 * @param seed of the county: the same seed plays the same campaign
 * @param journal file for every acknowledged request, null for none
 */
public record CampaignSettings(
        Map<Service, URI> services,
        String kafkaBootstrap,
        URI tokenUrl,
        Map<String, String> secrets,
        Policy policy,
        int residents,
        long seed,
        Misbehaviour misbehaviour,
        Path journal,
        CampaignListener listener) {

    public CampaignSettings {
        services = Map.copyOf(services);
        secrets = Map.copyOf(secrets);
        if (residents < 1) throw new IllegalArgumentException("a county has residents");
        for (Service service : Service.values())
            if (!services.containsKey(service)) throw new IllegalArgumentException("no address of " + service.label());
    }
}
