package cn.liangxian.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** RFC 9457 problem details with all that it says in both languages. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetails(
        String type,
        String title,
        String titleEn,
        int status,
        String detail,
        String detailEn,
        String code,
        List<Problem.Violation> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Response response(ProblemType type, Text detail, List<Problem.Violation> errors) {
        return Response.status(type.status())
                .type(MEDIA_TYPE)
                .entity(new ProblemDetails(
                        "urn:liangxian:problem:" + type.code(),
                        type.zh(),
                        type.en(),
                        type.status(),
                        detail == null ? null : detail.zh(),
                        detail == null ? null : detail.en(),
                        type.code(),
                        errors))
                .build();
    }
}
