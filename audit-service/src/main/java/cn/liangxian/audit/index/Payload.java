package cn.liangxian.audit.index;

import cn.liangxian.messaging.HandoffJson;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** A payload as it is shown: nobody can promise that all that was ever sent is JSON. */
final class Payload {

    private Payload() {}

    static boolean isJson(byte[] bytes) {
        try (JsonParser parser = HandoffJson.MAPPER.createParser(bytes)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    static String quoted(String text) {
        try {
            return HandoffJson.MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("any text can be written as JSON", e);
        }
    }
}
