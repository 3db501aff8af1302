package cn.liangxian.messaging;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
    void aServiceThatForgetsOnPurposeSaysSo() {
        assertFalse(new InboxLedger(null, "broken-on-purpose").remembers());
        List<LogRecord> said = new ArrayList<>();
        Logger log = Logger.getLogger(InboxLedger.class.getName());
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                said.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(listener);
        try {
            new InboxLedger(null, "on").start(new StartupEvent());
            assertEquals(List.of(), said);
            new InboxLedger(null, "broken-on-purpose").start(new StartupEvent());
            assertEquals(1, said.size());
            assertEquals(Level.SEVERE.intValue(), said.get(0).getLevel().intValue());
        } finally {
            log.removeHandler(listener);
        }
    }

    @Test
    void withTheInboxEveryServiceStarts() {
        assertTrue(new InboxLedger(null, "on").remembers());
        assertDoesNotThrow(() -> new InboxLedger(null, "on").mustRememberIn(LaunchMode.NORMAL));
    }
}
