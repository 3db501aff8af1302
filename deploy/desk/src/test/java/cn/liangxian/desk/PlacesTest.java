package cn.liangxian.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.liangxian.desk.Place.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places();

    @Test
    void aHandoffIsDoneOnAPageThroughAnInterfaceOrByTheSystem() {
        assertEquals(
                Optional.of(new Place(Kind.PAGE, "reconciliation", "/desk/treasury-days")),
                places.of("reconciliation-treasury-day-received"));
        assertEquals(
                Optional.of(new Place(Kind.INTERFACE, "collection", "POST /debit-batches/{no}/answers")),
                places.of("collection-debit-answered"));
        assertEquals(Optional.of(new Place(Kind.SYSTEM, "subsidy", "")), places.of("subsidy-funds-applied"));
        assertEquals(Optional.empty(), places.of("subsidy-unheard-of"));
    }

    @Test
    void aPlaceThatIsNoneOfTheseOrThePageOfAnotherServiceIsRefused() {
        assertThrows(IllegalStateException.class, () -> Place.read("subsidy-funds-applied", "somewhere"));
        assertThrows(IllegalStateException.class, () -> Place.read("subsidy-funds-applied", "audit/desk/mine"));
    }
}
