package cn.liangxian.world;

import cn.liangxian.world.CampaignListener.Progress;
import cn.liangxian.world.access.Access;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Broker;
import cn.liangxian.world.access.Crowd;
import cn.liangxian.world.access.Journal;
import cn.liangxian.world.access.Quiescence;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.access.Tokens;
import cn.liangxian.world.access.Topics;
import cn.liangxian.world.actor.Actor;
import cn.liangxian.world.actor.Surroundings;
import cn.liangxian.world.actor.Tally;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.County;
import cn.liangxian.world.population.Population;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Plays a whole campaign from the outside, day by day, from the month before it starts to the end of publication.
 *
 * <p>Every request bears a key that the seed decides, actors wait for the services to come to rest between the phases of
 * a day, and all chance comes from the seed: so the same seed leads to the same statement, whatever crashes meanwhile.
 */
public final class Campaign {
    private static final int CONNECTIONS = 8;

    private final CampaignSettings settings;
    private final County county;
    private long waited;

    private Campaign(CampaignSettings settings) {
        this.settings = settings;
        this.county = County.of(settings.policy());
    }

    /**
     * @throws cn.liangxian.world.access.UnreachableException when a server does not come back within three minutes
     * @throws cn.liangxian.world.access.RefusedException when a service refuses what it should accept
     */
    public static CampaignPlayed play(CampaignSettings settings) {
        return new Campaign(settings).play();
    }

    private CampaignPlayed play() {
        ExecutorService hands = Executors.newFixedThreadPool(CONNECTIONS);
        ExecutorService pollers = Executors.newFixedThreadPool(Service.values().length);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        try (Journal journal = new Journal(settings.journal());
                Topics topics = new Topics(settings.kafkaBootstrap());
                Broker broker = new Broker(settings.kafkaBootstrap())) {
            Tokens tokens = new Tokens(http, settings.tokenUrl(), settings.secrets());
            Access access = new Access(http, settings.services(), tokens, journal);
            Surroundings around = new Surroundings(
                    settings.policy(),
                    county,
                    access,
                    new Crowd(hands),
                    topics,
                    Chance.seeded(settings.seed()).of("campaign"),
                    settings.misbehaviour(),
                    new Misdeeds());
            broker.learnWhoConsumesWhat();
            return play(around, new Quiescence(access, broker, pollers));
        } finally {
            hands.shutdownNow();
            pollers.shutdownNow();
        }
    }

    private CampaignPlayed play(Surroundings around, Quiescence quiescence) {
        long begun = System.nanoTime();
        Tally tally = new Tally(around.topics());
        List<Actor> actors = Cast.of(
                around,
                Population.of(county, settings.residents(), settings.seed()).residents());
        LocalDate last = county.lastDay();
        int days = (int) (last.toEpochDay() - county.asOf().toEpochDay()) + 1;
        int played = 0;
        agreeOnPolicy(around, quiescence);
        for (LocalDate day = county.asOf(); !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate today = day;
            around.access().on(today);
            open(around.access(), today);
            rest(around, quiescence, today);
            phase(around, quiescence, today, () -> actors.forEach(actor -> actor.atTheDesk(today)));
            phase(around, quiescence, today, () -> {
                actors.forEach(actor -> actor.inTheBackOffice(today));
                actors.forEach(actor -> actor.atTheCounter(today));
            });
            settings.listener()
                    .dayOver(new Progress(
                            today,
                            ++played,
                            days,
                            tally.people(),
                            tally.fen(),
                            around.topics().events()));
        }
        return new CampaignPlayed(
                county.asOf(),
                last,
                settings.residents(),
                around.access().posted(),
                around.topics().events(),
                tally.people(),
                tally.fen(),
                around.misdeeds().all(),
                Duration.ofNanos(System.nanoTime() - begun),
                Duration.ofNanos(waited));
    }

    /** On the day before the first, where somebody has to agree. */
    private void agreeOnPolicy(Surroundings around, Quiescence quiescence) {
        PolicyTable table = new PolicyTable(around.access(), around.policy());
        if (table.seats().isEmpty()) return;
        LocalDate eve = county.asOf().minusDays(1);
        around.access().on(eve);
        open(around.access(), eve);
        rest(around, quiescence, eve);
        table.agree();
    }

    private void phase(Surroundings around, Quiescence quiescence, LocalDate day, Runnable act) {
        long before = around.access().posted();
        act.run();
        if (around.access().posted() > before) rest(around, quiescence, day);
    }

    private void rest(Surroundings around, Quiescence quiescence, LocalDate day) {
        long begun = System.nanoTime();
        quiescence.await(day);
        around.topics().read();
        waited += System.nanoTime() - begun;
    }

    private static void open(Access access, LocalDate day) {
        access.post(Service.AUDIT, "calendar", "/days", "day-" + day, Body.json(Map.of("date", day.toString())))
                .orThrow("opening of " + day);
    }
}
