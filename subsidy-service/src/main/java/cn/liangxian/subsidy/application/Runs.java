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
 * The runs and what they wait for. A run sees the facts of the days before its date. While roster lines or payments of
 * these days are not here it waits for them; if a roster, a status or a return of an earlier day arrives after it, what
 * that adds is made up: so the order of arrival decides nothing.
 */
@ApplicationScoped
public class Runs {

    private static final Logger LOG = Logger.getLogger(Runs.class);

    private static final RowMapper<Run> RUN = (row, context) -> new Run(
            RunKind.valueOf(row.getString("kind")),
            row.getObject("run_date", LocalDate.class),
            RunState.valueOf(row.getString("state")),
            row.getString("waiting_for"),
            row.getObject("since", LocalDate.class),
            row.getInt("undecided"));

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

    /** What arrives after a run and is of an earlier day reopens it; lines and payments were waited for. */
    void on(@Observes FactArrived fact) {
        switch (fact.kind()) {
            case ROSTER, STATUS, RETURN -> reopen(fact.date());
            case LINES, PAYMENT -> {}
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
                Optional<Missing> missing = Missing.before(h, run.date());
                if (missing.isPresent()) {
                    enter(h, run, missing.get().state(), missing.get().what());
                } else {
                    int undecided = applying.apply(h, run);
                    h.execute(
                            "update run set undecided = ? where kind = ? and run_date = ?",
                            undecided,
                            run.kind().name(),
                            run.date());
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

    private void reopen(LocalDate fact) {
        int reopened = jdbi.withHandle(h -> h.createUpdate(
                        """
                        update run set state = 'DUE', since = :today
                        where state = 'DONE' and run_date > :fact""")
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

    private void enter(Handle h, Run run, RunState state, String waitingFor) {
        if (run.state() != state && !run.state().next().contains(state)) {
            throw new IllegalStateException("a run does not go from " + run.state() + " to " + state);
        }
        h.createUpdate("update run set state = ?, waiting_for = ?, since = ? where kind = ? and run_date = ?")
                .bind(0, state.name())
                .bind(1, waitingFor)
                .bind(2, run.state() == state ? run.since() : day.today())
                .bind(3, run.kind().name())
                .bind(4, run.date())
                .execute();
    }
}
