package cn.liangxian.enrollment.assessment;

import cn.liangxian.enrollment.assessment.AssessmentCase.Document;
import cn.liangxian.messaging.HandoffJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import java.util.List;

/** The papers of a request as one column. */
final class Documents {

    private Documents() {}

    static String write(List<Document> documents) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(documents);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and digests can be written as JSON", e);
        }
    }

    static List<Document> read(String column) {
        try {
            return Arrays.asList(HandoffJson.MAPPER.readValue(column, Document[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps JSON only", e);
        }
    }
}
