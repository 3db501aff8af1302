package cn.liangxian.collection.debit;

import static cn.liangxian.collection.debit.Bank.POSTAL_SAVINGS;
import static cn.liangxian.collection.debit.Bank.RURAL_CREDIT;
import static cn.liangxian.collection.debit.TownshipPapers.TOWN;
import static cn.liangxian.collection.debit.TownshipPapers.renewals;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Desk;
import cn.liangxian.collection.Resident;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A township names an agreement while tax voids it: whoever comes second sees what the first has done. */
@QuarkusTest
@TestProfile(OtherCounty.class)
@Clause({"bachu-2022/第二十五条(5)", "bachu-2022/第二十五条(6)"})
class AgreementTurnsTest {

    private static final Desk TAX = new Desk("TAX", "653130");
    private static final Desk TOWNSHIP = new Desk("TOWNSHIP", TOWN);

    @Inject
    County county;

    @Inject
    Jdbi jdbi;

    private final Resident payer = Resident.ordinary().of(TOWN + "201");

    @BeforeEach
    void anAgreementIsToBeSignedAnew() {
        county.begins("2023-08-17");
        county.insuresMedical(payer);
        RURAL_CREDIT.signs(payer, "T1").statusCode(201);
        TOWNSHIP.post("/agreements/renewals", renewals(1, payer))
                .statusCode(201)
                .body("accepted", equalTo(1));
    }

    @Test
    void anAgreementThatIsVoidedWhileItIsListedAgainStaysVoided() {
        CompletableFuture<ValidatableResponse> listing = QuarkusTransaction.requiringNew()
                .call(() -> {
                    voided();
                    return listedMeanwhile();
                });

        listing.join()
                .statusCode(201)
                .body("accepted", equalTo(0))
                .body("refusals.code", equalTo(List.of("no-agreement")));
        state("VOIDED").body("agreementNo", equalTo(List.of("T1")));
        POSTAL_SAVINGS.signs(payer, "T2").statusCode(201);
    }

    @Test
    void anAgreementThatIsSignedAnewWhileTheOldOneIsListedIsTheOneThatIsListed() {
        CompletableFuture<ValidatableResponse> listing = QuarkusTransaction.requiringNew()
                .call(() -> {
                    jdbi.useHandle(h -> h.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 82))::text")
                            .bind(0, payer.idNumber())
                            .mapTo(String.class)
                            .one());
                    CompletableFuture<ValidatableResponse> waiting = listedMeanwhile();
                    voided();
                    signedAnew();
                    return waiting;
                });

        listing.join().statusCode(201).body("accepted", equalTo(1));
        state("TO_RENEW").body("agreementNo", equalTo(List.of("T3")));
        TAX.post("/agreements/voidings", Map.of("township", TOWN)).body("people", equalTo(1));
    }

    private void voided() {
        jdbi.useHandle(h -> h.execute(
                "update debit_agreement set state = 'VOIDED', voided_on = '2023-08-17' where agreement_no = 'T1'"));
    }

    private void signedAnew() {
        jdbi.useHandle(h -> {
            h.execute("update debit_agreement set state = 'REPLACED' where agreement_no = 'T1'");
            h.execute(
                    """
                    insert into debit_agreement (bank, agreement_no, id_number, account_name, account, state, signed_on)
                    select bank, 'T3', id_number, account_name, account, 'SIGNED', signed_on
                    from debit_agreement where agreement_no = 'T1'""");
        });
    }

    /** The township's list has come as far as the lock, and waits. */
    private CompletableFuture<ValidatableResponse> listedMeanwhile() {
        CompletableFuture<ValidatableResponse> listing =
                CompletableFuture.supplyAsync(() -> TOWNSHIP.post("/agreements/renewals", renewals(1, payer)));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> listing.isDone() || somebodyWaits());
        return listing;
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        select exists (select from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock')""")
                .mapTo(Boolean.class)
                .one());
    }

    private static ValidatableResponse state(String state) {
        return TAX.get("/agreements?township=" + TOWN + "&state=" + state);
    }
}
