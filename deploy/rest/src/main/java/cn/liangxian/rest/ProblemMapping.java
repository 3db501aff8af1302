package cn.liangxian.rest;

import cn.liangxian.messaging.BusinessDay.NoDayOpened;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Renders every failure of a request as problem details; only failures of ours are logged with a trace. */
public class ProblemMapping {

    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);

    @ServerExceptionMapper
    Response problem(Problem problem) {
        return ProblemDetails.response(problem.type(), problem.detail(), problem.violations());
    }

    @ServerExceptionMapper
    Response noDay(NoDayOpened e) {
        return ProblemDetails.response(AnyRequestProblem.DAY_NOT_OPENED, null, List.of());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException e) {
        return ProblemDetails.response(AnyRequestProblem.NOT_AUTHENTICATED, null, List.of());
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return ProblemDetails.response(AnyRequestProblem.FORBIDDEN, null, List.of());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        List<Problem.Violation> violations =
                e.getConstraintViolations().stream().map(Asked::violated).toList();
        return ProblemDetails.response(AnyRequestProblem.MALFORMED, null, violations);
    }

    /** The mismatch is named beside its parent because the framework brings a mapper of its own for it. */
    @ServerExceptionMapper({JsonMappingException.class, MismatchedInputException.class})
    Response malformed(JsonMappingException e) {
        Integer row = null;
        List<String> field = new ArrayList<>();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                row = step.getIndex() + 1;
            } else {
                field.add(step.getFieldName());
            }
        }
        return ProblemDetails.response(
                AnyRequestProblem.MALFORMED,
                null,
                List.of(new Problem.Violation(row, String.join(".", field), unread(e))));
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException e) {
        return ProblemDetails.response(AnyRequestProblem.MALFORMED, unread(e), List.of());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonMappingException json) {
            return malformed(json);
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        ProblemType type =
                switch (status) {
                    case 401 -> AnyRequestProblem.NOT_AUTHENTICATED;
                    case 403 -> AnyRequestProblem.FORBIDDEN;
                    case 404 -> AnyRequestProblem.NOT_FOUND;
                    default -> new HttpStatusProblem(status);
                };
        return ProblemDetails.response(type, null, List.of());
    }

    @ServerExceptionMapper
    Response other(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Problem problem) {
                return problem(problem);
            }
            if (t instanceof NoDayOpened none) {
                return noDay(none);
            }
            if (t instanceof SQLException sql && away(sql)) {
                LOG.warnf("database is away: %s", sql.getMessage());
                return ProblemDetails.response(AnyRequestProblem.UNAVAILABLE, null, List.of());
            }
        }
        LOG.error("request failed", e);
        return ProblemDetails.response(AnyRequestProblem.INTERNAL, null, List.of());
    }

    /** Of a parser's word only that it is one can be said in Chinese. */
    private static Text unread(JsonProcessingException e) {
        return new Text("内容无法识别", e.getOriginalMessage());
    }

    private static boolean away(SQLException e) {
        String state = e.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.startsWith("40");
    }

    private record HttpStatusProblem(Wording wording) implements ProblemType {
        HttpStatusProblem(int status) {
            this(new Wording("http-" + status, status, "请求被拒绝", "Request refused"));
        }
    }
}
