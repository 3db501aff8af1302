package cn.liangxian.messaging;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.LaunchMode;
import org.junit.jupiter.api.Test;

class InboxLedgerTest {

    @Test
    void onlyATestStartsWithoutTheInbox() {
        InboxLedger forgetful = new InboxLedger(null, "off");
        assertDoesNotThrow(() -> forgetful.mustRememberIn(LaunchMode.TEST));
        assertThrows(IllegalStateException.class, () -> forgetful.mustRememberIn(LaunchMode.NORMAL));
        assertThrows(IllegalStateException.class, () -> forgetful.mustRememberIn(LaunchMode.DEVELOPMENT));
    }

    @Test
    void aServiceForgetsInNoOtherWordThanOnPurpose() {
        assertDoesNotThrow(() -> new InboxLedger(null, "broken-on-purpose").mustRememberIn(LaunchMode.NORMAL));
        assertThrows(
                IllegalStateException.class, () -> new InboxLedger(null, "false").mustRememberIn(LaunchMode.NORMAL));
    }

    @Test
    void withTheInboxEveryServiceStarts() {
        assertDoesNotThrow(() -> new InboxLedger(null, "on").mustRememberIn(LaunchMode.NORMAL));
    }
}
