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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        String host = request.getHeaderString(HttpHeaders.HOST);
        if (!origin.equals("http://" + host) && !origin.equals("https://" + host)) {
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
                    .data("said", said(problem, language, words.in(language)))
                    .data("heading", language.of(problem.title(), problem.titleEn()))
                    .render();
            response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    /** All that is said of the refusal, each on a line of its own; of a table or a list with its row. */
    static List<String> said(ProblemDetails problem, Language language, Map<String, String> words) {
        List<String> said = new ArrayList<>();
        if (problem.detail() != null) {
            said.add(language.of(problem.detail(), problem.detailEn()));
        }
        for (Problem.Violation error : problem.errors()) {
            String where = where(error, language, words);
            String what = language.of(error.message(), error.messageEn());
            said.add(where.isEmpty() ? what : where + language.of("：", ": ") + what);
        }
        return said;
    }

    /** A field that has no word is named as programs name it, for who reads English. */
    private static String where(Problem.Violation error, Language language, Map<String, String> words) {
        List<String> where = new ArrayList<>();
        if (error.row() != null) {
            where.add(language.of("第" + error.row() + "行", "row " + error.row()));
        }
        if (error.field() != null && !error.field().isEmpty()) {
            String word = "field_" + error.field().substring(error.field().lastIndexOf('.') + 1);
            String named = words.containsKey(word) ? words.get(word) : language.of("", error.field());
            where.add(named);
        }
        where.removeIf(String::isEmpty);
        return String.join(language.of("", ", "), where);
    }

    private static boolean page(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.matches("/?desk(/.*)?");
    }
}
