package cn.liangxian.world.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a service answered. */
public record Answer(int status, byte[] body) {
    static final ObjectMapper JSON = new ObjectMapper();

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; an empty object when it is none. */
    public JsonNode json() {
        if (body.length == 0) return JSON.createObjectNode();
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            if (!ok()) return JSON.createObjectNode();
            throw new UncheckedIOException("answer is not JSON", e);
        }
    }

    /** The stable code of a problem (RFC 9457), empty when there is none. */
    public String code() {
        return ok() ? "" : json().path("code").asText();
    }

    /** This answer when it says that all went well. */
    public Answer orThrow(String what) {
        if (ok()) return this;
        throw new RefusedException(what, status, new String(body, StandardCharsets.UTF_8));
    }
}
