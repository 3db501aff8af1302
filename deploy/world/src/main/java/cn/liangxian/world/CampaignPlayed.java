package cn.liangxian.world;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * A campaign that was played to its end.
 *
 * @param requests acknowledged requests that changed something
 * @param events that the departments outside read
 * @param misdeeds all that the world did wrong
 * @param waiting how much of {@code took} was spent waiting for the services to come to rest
 */
public record CampaignPlayed(
        LocalDate first,
        LocalDate last,
        int residents,
        long requests,
        long events,
        int people,
        long fen,
        List<Misdeed> misdeeds,
        Duration took,
        Duration waiting) {}
