package cn.liangxian.collection.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.County;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same delivery as in {@link DoubledDeliveryTest} with the inbox switched off: the books are wrong. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
@TestProfile(WithoutInboxTest.SwitchedOff.class)
class WithoutInboxTest {

    @Inject
    County county;

    /** The service as nobody may run it. */
    public static class SwitchedOff implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("liangxian.inbox", "off");
        }
    }

    @Test
    void withoutTheInboxWhatIsDeliveredTwiceStandsInTheBooksTwice() {
        assertEquals(2, DoubledDeliveryTest.changesInTheBooks(county));
    }
}
