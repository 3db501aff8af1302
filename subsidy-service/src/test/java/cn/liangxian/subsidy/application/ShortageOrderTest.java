package cn.liangxian.subsidy.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestStack;
import cn.liangxian.policy.Shortage.First;
import cn.liangxian.subsidy.Neighbours;
import cn.liangxian.subsidy.Resident;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Who is applied for first is paid first while money does not suffice: by the reading of the file that is asked for. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ShortageOrderTest {

    private static final LocalDate RUN = LocalDate.of(2023, 11, 10);

    @Inject
    Neighbours neighbours;

    @Inject
    Jdbi jdbi;

    private final Resident eldest = Resident.born("1940-01-01");
    private final Resident middle = Resident.born("1950-01-01");
    private final Resident youngest = Resident.born("1960-01-01");

    @Test
    void theEldestOrTheYoungestOrWhoStandsFirstOnTheRosterComesFirst() {
        neighbours.newCampaign();
        neighbours.opens("2023-11-01");
        LocalDate day = LocalDate.of(2023, 11, 1);
        String roster = Resident.rosterId();
        neighbours.hand(day, Resident.medical(roster, middle, youngest, eldest));
        neighbours.hand(day, Resident.accepted(roster, Insurance.MEDICAL, 3));
        assertEquals(keys(eldest, middle, youngest), inOrder(First.ELDEST));
        assertEquals(keys(youngest, middle, eldest), inOrder(First.YOUNGEST));
        assertEquals(keys(middle, youngest, eldest), inOrder(First.ROSTER));
    }

    private List<String> inOrder(First first) {
        Run run = new Run(RunKind.ON_BEHALF, RUN, RunState.DUE, null, RUN, 0);
        List<String> found = new ArrayList<>();
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(h -> Candidates.forEach(
                        h, run, 2024, first, c -> found.add(c.beneficiary().personKey()))));
        return found;
    }

    private static List<String> keys(Resident... residents) {
        return Stream.of(residents).map(Resident::key).toList();
    }
}
