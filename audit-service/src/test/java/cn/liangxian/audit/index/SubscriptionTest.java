package cn.liangxian.audit.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.liangxian.audit.AuditHandoff.DayOpened;
import cn.liangxian.handoff.Declarations;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Terms;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    @Test
    void thePatternCoversEveryDeclaredTopicButTheBulkOnesAndTheDays() throws IOException {
        Properties settings = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
        Pattern pattern = Pattern.compile(settings.getProperty("mp.messaging.incoming.all-handoffs.topic"));
        assertFalse(Declarations.onClasspath().isEmpty());
        for (Class<? extends Handoff> type : Declarations.onClasspath()) {
            Terms terms = Handoff.termsOf(type);
            boolean elsewhere = terms.bulk() || type == DayOpened.class;
            assertEquals(!elsewhere, pattern.matcher(terms.topic()).matches(), terms.topic());
        }
    }
}
