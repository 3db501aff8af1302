package cn.liangxian.desk;

import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.ProblemDetails;
import cn.liangxian.rest.Text;
import io.quarkus.qute.Engine;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What holds for every page: no other site frames it, feeds it or posts to it, nothing is kept, a refusal is a page too. */
public class PageResponses {

    private static final String POLICY =
            """
            default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; \
            form-action 'self'; base-uri 'none'; object-src 'none'""";

    private final Engine engine;
    private final Words words;

    PageResponses(Engine engine, Words words) {
        this.engine = engine;
        this.words = words;
    }

    /** A browser says from which site a form comes; pages take forms from themselves alone. */
    @ServerRequestFilter
    @Priority(Priorities.AUTHORIZATION)
    public void refuseForeignForms(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (!page(request) || request.getMethod().equals("GET") || origin == null) {
            return;
        }
        String authority = "null".equals(origin) ? "" : URI.create(origin).getAuthority();
        if (!authority.equals(request.getHeaderString(HttpHeaders.HOST))) {
            throw new Problem(AnyRequestProblem.FORBIDDEN, new Text("表单来自其他网站", "a form of another site"));
        }
    }

    @ServerResponseFilter
    public void dress(ContainerRequestContext request, ContainerResponseContext response) {
        if (!page(request)) {
            return;
        }
        response.getHeaders().putSingle("Content-Security-Policy", POLICY);
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().putSingle("Referrer-Policy", "same-origin");
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (response.getEntity() instanceof ProblemDetails problem) {
            Cookie chosen = request.getCookies().get(Language.COOKIE);
            Language language = Language.of(chosen == null ? null : chosen.getValue());
            String page = engine.getTemplate("desk/problem")
                    .data("w", words.in(language))
                    .data("lang", language.tag())
                    .data("assets", Assets.VERSION)
                    .data("problem", problem)
                    .data("said", said(problem, language))
                    .data("heading", language.of(problem.title(), problem.titleEn()))
                    .render();
            response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    /** A field's name is for programs and for who reads English. */
    private static List<String> said(ProblemDetails problem, Language language) {
        List<String> said = new ArrayList<>();
        if (problem.detail() != null) {
            said.add(language.of(problem.detail(), problem.detailEn()));
        }
        for (Problem.Violation error : problem.errors()) {
            said.add(language.of(error.message(), error.field() + " " + error.messageEn()));
        }
        return said;
    }

    private static boolean page(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.matches("/?desk(/.*)?");
    }
}
