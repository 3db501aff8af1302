package cn.liangxian.world.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a request carries. */
public record Body(String contentType, byte[] bytes, Map<String, String> headers) {
    private static final String BOUNDARY = "liangxian-list-boundary";

    /** Maps, lists and plain values as JSON. */
    public static Body json(Object value) {
        try {
            return new Body("application/json", Answer.JSON.writeValueAsBytes(value), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Body text(String contentType, String text, Map<String, String> headers) {
        return new Body(contentType, text.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A form with one file and one JSON part, as special-group lists are sent. */
    public static Body form(String fileName, String fileType, byte[] file, String part, Object json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 1024);
        write(
                out,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + fileType + "\r\n\r\n");
        out.writeBytes(file);
        write(out, "\r\n");
        return end(out, part, json);
    }

    /** A form with the JSON part alone. */
    public static Body form(String part, Object json) {
        return end(new ByteArrayOutputStream(1024), part, json);
    }

    private static Body end(ByteArrayOutputStream out, String part, Object json) {
        write(
                out,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"\r\nContent-Type: application/json\r\n\r\n");
        out.writeBytes(json(json).bytes());
        write(out, "\r\n--" + BOUNDARY + "--\r\n");
        return new Body("multipart/form-data; boundary=" + BOUNDARY, out.toByteArray(), Map.of());
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
