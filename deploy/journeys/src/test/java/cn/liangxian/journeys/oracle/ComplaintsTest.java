package cn.liangxian.journeys.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** A complaint counts as jointly investigated when more than one department stands in the fact that ends it. */
class ComplaintsTest {

    private final Oracle oracle = new Oracle();

    @Test
    void aComplaintIsCountedAndItsInvestigationOnlyWhenSeveralLookedIntoIt() throws Exception {
        take("audit-complaint-received-v1", "{'complaintId': 'a'}");
        take("audit-complaint-received-v1", "{'complaintId': 'b'}");
        take("audit-complaint-closed-v1", "{'complaintId': 'a', 'by': ['DISCIPLINE']}");
        assertEquals(2, oracle.statement().complaints());
        assertEquals(0, oracle.statement().investigated());
        take("audit-complaint-closed-v1", "{'complaintId': 'b', 'by': ['DISCIPLINE', 'TAX']}");
        assertEquals(1, oracle.statement().investigated());
    }

    private void take(String topic, String data) throws Exception {
        oracle.take(new Event(topic, "1", "k", null, new ObjectMapper().readTree(data.replace('\'', '"'))));
    }
}
