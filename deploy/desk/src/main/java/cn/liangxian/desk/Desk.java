package cn.liangxian.desk;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.policy.Policy;
import cn.liangxian.policy.Township;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frame of a page: who looks, in which language, where among the five desks, and as of when. */
@RequestScoped
public class Desk {

    private final Engine engine;
    private final Words words;
    private final Caller caller;
    private final Policy policy;
    private final Freshness freshness;
    private final Navigation navigation;
    private final ChannelNames channels;
    private final Places places;
    private final UriInfo uri;
    private final String method;
    private final Language language;

    Desk(
            Engine engine,
            Words words,
            Caller caller,
            Policy policy,
            Freshness freshness,
            Navigation navigation,
            ChannelNames channels,
            Places places,
            UriInfo uri,
            Request request,
            HttpHeaders headers) {
        this.engine = engine;
        this.words = words;
        this.caller = caller;
        this.policy = policy;
        this.freshness = freshness;
        this.navigation = navigation;
        this.channels = channels;
        this.places = places;
        this.uri = uri;
        this.method = request.getMethod();
        Cookie chosen = headers.getCookies().get(Language.COOKIE);
        this.language = Language.of(chosen == null ? null : chosen.getValue());
    }

    /** Who looks, as the top of the page says it. */
    public record Who(String name, String department, String area) {}

    /** A step of the breadcrumb; {@code href} is null for the page itself. */
    public record Crumb(String title, String href) {}

    /**
     * A page of the navigation, ready for its own data.
     *
     * @throws Problem 403 when the navigation does not offer it to the department
     */
    public TemplateInstance page(String template, String path) {
        DeskEntry entry = navigation.open(path, caller.department());
        return framed(template, entry.path(), List.of(new Crumb(word(entry.word()), null)));
    }

    /** As {@link #page}, where it shows what is the whole county's. */
    public TemplateInstance countyPage(String template, String path) {
        TemplateInstance page = page(template, path);
        caller.mustCoverCounty();
        return page;
    }

    /** A page below one of the navigation, with a title of its own. */
    public TemplateInstance below(String template, String path, String title) {
        DeskEntry entry = navigation.entry(path);
        return framed(
                template,
                entry.path(),
                List.of(new Crumb(word(entry.word()), "/desk/" + entry.path()), new Crumb(title, null)));
    }

    private TemplateInstance framed(String template, String current, List<Crumb> crumbs) {
        Template found = engine.getTemplate(template);
        if (found == null) {
            throw new IllegalStateException("no template " + template);
        }
        return found.data("w", words())
                .data("lang", language.tag())
                .data("other", language == Language.ZH ? "en" : "zh")
                .data("who", new Who(caller.name(), named(caller.department()), place(caller.area())))
                .data("county", policy.jurisdiction().name())
                .data("county_en", policy.jurisdiction().nameEn())
                .data("desks", navigation.desks(this))
                .data("entries", navigation.entries(this, caller.department(), current))
                .data("crumbs", crumbs)
                .data("title", crumbs.get(crumbs.size() - 1).title())
                .data("assets", Assets.VERSION)
                .data("here", here(current))
                .data("stamp", freshness.now());
    }

    /** The page itself, for the way back to it; where it answers a form, which is not sent again, the page of the form. */
    private String here(String current) {
        if (!method.equals(HttpMethod.GET)) {
            return "/desk/" + current;
        }
        URI request = uri.getRequestUri();
        return request.getRawPath() + (request.getRawQuery() == null ? "" : "?" + request.getRawQuery());
    }

    /** The address of a page at another desk, where who is logged in here need not log in again. */
    public String elsewhere(String service, String path) {
        return navigation.address(service) + path;
    }

    /** Where a handoff is done, by its key; empty where nothing says it. */
    public Optional<Place> placeOf(String handoff) {
        return places.of(handoff);
    }

    public Language language() {
        return language;
    }

    /** All words in the language of the page. */
    public Map<String, String> words() {
        return words.in(language);
    }

    public String word(String key) {
        return words().get(key);
    }

    /** A word in both languages, for a refusal. */
    public Text text(String key) {
        return words.text(key);
    }

    public String named(Department department) {
        return language.of(department.zh(), capital(department.en()));
    }

    /** A handoff by its key or topic, in words. */
    public String named(Insurance insurance) {
        return word(insurance.name());
    }

    /** An area by its division code: the county's or a township's name; of a village, township and number. */
    public String place(String area) {
        if (area.equals(policy.jurisdiction().code())) {
            return language.of(
                    policy.jurisdiction().name(), policy.jurisdiction().nameEn());
        }
        for (Township township : policy.jurisdiction().townships()) {
            if (area.startsWith(township.code())) {
                String number = area.substring(township.code().length());
                return language.of(township.name() + number, (township.nameEn() + " " + number).strip());
            }
        }
        return area;
    }

    /** The way on which money came, by its code. */
    public String channel(String code) {
        return language.of(channels.of(code));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
