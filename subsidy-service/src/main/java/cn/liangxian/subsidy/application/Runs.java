package cn.liangxian.subsidy.application;

import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.subsidy.roster.FactArrived;
import cn.liangxian.subsidy.roster.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The runs and what they wait for. A run sees the facts of the days before its date. If its roster lines are not here it
 * waits for them; if a fact of an earlier day arrives after it, it is made up: so the order of arrival decides nothing.
 */
@ApplicationScoped
public class Runs {

    private static final Logger LOG = Logger.getLogger(Runs.class);

    private static final RowMapper<Run> RUN = (row, context) -> new Run(
            RunKind.valueOf(row.getString("kind")),
            row.getObject("run_date", LocalDate.class),
            RunState.valueOf(row.getString("state")),
            row.getString("waiting_for"),
            row.getObject("since", LocalDate.class));

    private final Jdbi jdbi;
    private final BusinessDay day;
    private final Facts facts;
    private final Applying applying;

    Runs(Jdbi jdbi, BusinessDay day, Facts facts, Applying applying) {
        this.jdbi = jdbi;
        this.day = day;
        this.facts = facts;
        this.applying = applying;
    }

    /**
     * A fact of an earlier day that arrives after a run reopens it. A late payment takes nothing back from a run on
     * behalf (what is not needed is seen when the money is used), but it may complete a claim.
     */
    void on(@Observes FactArrived fact) {
        switch (fact.kind()) {
            case LINES -> {}
            case ROSTER, STATUS -> reopen(fact.date(), List.of(RunKind.values()));
            case PAYMENT -> reopen(fact.date(), List.of(RunKind.SUBSIDY));
        }
        resume();
    }

    /** Performs a run on its date. */
    void begin(RunKind kind, LocalDate date) {
        int begun = jdbi.withHandle(
                h -> h.createUpdate("insert into run values (?, ?, 'DUE', null, ?) on conflict do nothing")
                        .bind(0, kind.name())
                        .bind(1, date)
                        .bind(2, date)
                        .execute());
        if (begun == 1) {
            resume();
        }
    }

    /** Performs every run that waited and can now be performed. */
    private void resume() {
        jdbi.useHandle(h -> {
            if (outstanding(h).isEmpty()) {
                return;
            }
            facts.deciding();
            for (Run run : outstanding(h)) {
                Optional<String> missing = missingLines(h, run.date());
                if (missing.isPresent()) {
                    enter(h, run, RunState.WAITING_FOR_LINES, missing.get());
                } else {
                    applying.apply(h, run);
                    enter(h, run, RunState.DONE, null);
                }
            }
        });
    }

    public List<Run> all() {
        return jdbi.withHandle(h -> h.createQuery("select * from run order by run_date, kind")
                .map(RUN)
                .list());
    }

    private void reopen(LocalDate fact, List<RunKind> kinds) {
        int reopened = jdbi.withHandle(h -> h.createUpdate(
                        """
                        update run set state = 'DUE', since = :today
                        where state = 'DONE' and run_date > :fact and kind in (<kinds>)""")
                .bindList("kinds", kinds.stream().map(Enum::name).toList())
                .bind("fact", fact)
                .bind("today", day.last().orElse(fact))
                .execute());
        if (reopened > 0) {
            LOG.infof("%d runs are made up for facts of %s that came later", reopened, fact);
        }
    }

    private static List<Run> outstanding(Handle h) {
        return h.createQuery("select * from run where state <> 'DONE' order by run_date, kind")
                .map(RUN)
                .list();
    }

    private static Optional<String> missingLines(Handle h, LocalDate before) {
        return h.createQuery(
                        """
                        select 'enrollment: roster ' || r.roster_id || ' has ' || r.lines || ' lines, here are ' || l.here
                        from roster r
                        cross join lateral (select count(*) as here from roster_line l where l.roster_id = r.roster_id) l
                        where r.accepted and r.received_on < :before and l.here < r.lines
                        order by r.roster_id limit 1""")
                .bind("before", before)
                .mapTo(String.class)
                .findOne();
    }

    private void enter(Handle h, Run run, RunState state, String waitingFor) {
        if (run.state() == state) {
            return;
        }
        if (!run.state().next().contains(state)) {
            throw new IllegalStateException("a run does not go from " + run.state() + " to " + state);
        }
        h.createUpdate("update run set state = ?, waiting_for = ?, since = ? where kind = ? and run_date = ?")
                .bind(0, state.name())
                .bind(1, waitingFor)
                .bind(2, day.today())
                .bind(3, run.kind().name())
                .bind(4, run.date())
                .execute();
    }
}
