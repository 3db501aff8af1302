package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself holds of debit lines: a claim has one open line at most, whoever writes it. */
@QuarkusTest
@TestProfile(OtherCounty.class)
@Clause("bachu-2022/第二十八条(1)")
class OpenDebitTest {

    private static final String SECOND_LINE =
            """
            insert into debit_line (batch_no, line_no, claim_no, township, payer, insurance, amount, agreement_no, account,
                account_name, state)
            select batch_no, 9, claim_no, township, payer, insurance, amount, agreement_no, account, account_name, 'SENT'
            from debit_line where line_no = 1 and batch_no = ?""";

    @Inject
    County county;

    @Inject
    Jdbi jdbi;

    private final Resident first = Resident.ordinary().of(TOWN + "201");
    private final Resident second = Resident.ordinary().of(TOWN + "201");
    private final Resident third = Resident.ordinary().of(TOWN + "201");
    private long batch;

    @BeforeEach
    void threeLinesAreWithTheBank() {
        county.begins("2023-08-17");
        county.insuresMedical(first, second, third);
        TownshipPapers.ready(county, first, second, third);
        county.opens("2023-09-12");
        batch = RURAL_CREDIT.latest();
    }

    @Test
    void theDatabaseAndTheLifeCycleKnowTheSameOpenStates() {
        for (DebitLineState state : DebitLineState.values()) {
            assertEquals(
                    state.open() ? 1 : 0, county.count("select debit_is_open('" + state + "')::int"), state.name());
        }
    }

    @Test
    void whileALineIsOpenTheDatabaseTakesNoOtherOfItsClaim() {
        refusesASecondLine();
        write("update debit_line set state = 'STOPPING' where line_no = 1 and batch_no = ?");
        refusesASecondLine();
        write("update debit_line set state = 'STOPPED', result = 'STOPPED' where line_no = 1 and batch_no = ?");
        assertEquals(1, write(SECOND_LINE));
        assertTrue(
                assertThrows(
                                UnableToExecuteStatementException.class,
                                () -> write(
                                        "update debit_line set state = 'REVERSING', result = 'OK' where line_no = 1 and batch_no = ?"))
                        .getMessage()
                        .contains("open_debit_pkey"),
                "a line that opens again is one more, too");
    }

    @Test
    void aFailureToldLaterLeavesTheNextLineOfItsClaimOpen() {
        RURAL_CREDIT
                .sends(batch, RURAL_CREDIT.answer(batch, "2023-09-12", Map.of(1, "24007")))
                .statusCode(201);
        assertEquals(0, county.count("select count(*) from open_debit where line_no = 1 and batch_no = " + batch));
        assertEquals(1, county.count("select count(*) from untold_failure"));
        write(SECOND_LINE);
        write("update debit_line set listed_on = '2023-09-13' where line_no = 1 and batch_no = ?");
        assertEquals(0, county.count("select count(*) from untold_failure"));
        assertEquals(1, county.count("select count(*) from open_debit where line_no = 9"));
        refusesASecondLine();
    }

    private int write(String sql) {
        return jdbi.withHandle(h -> h.execute(sql, batch));
    }

    private void refusesASecondLine() {
        String refused = assertThrows(
                        UnableToExecuteStatementException.class,
                        () -> write(SECOND_LINE.replace("9,", "8,")),
                        "a second open line")
                .getMessage();
        assertTrue(refused.contains("open_debit_pkey"), refused);
    }
}
