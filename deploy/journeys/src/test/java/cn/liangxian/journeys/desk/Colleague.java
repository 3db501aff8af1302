package cn.liangxian.journeys.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.local.Stack;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Somebody at a desk: logs in, looks, and notices what is wrong with a page. */
final class Colleague implements DeskForms.Sender {

    private static final Path PICTURES = Path.of(System.getProperty("liangxian.root"), "deploy/journeys/target/desks");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    /** More links than stand before any page of a navigation. */
    private static final int FAR = 100;

    private final List<String> complaints = new ArrayList<>();
    private final Stack stack;
    private final Page page;
    private final String name;
    private boolean readsEnglish;

    Colleague(Stack stack, Browser browser, String name) {
        this.stack = stack;
        this.name = name;
        this.page = browser.window();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** Goes to a page, logging in when the realm asks for it. */
    Colleague visit(String service, String path) {
        page.navigate(stack.url(service) + path);
        if (page.url().startsWith(stack.issuer())) {
            page.locator("#username").fill(name);
            page.locator("#password").fill(stack.peoplePassword());
            page.locator("#password").press("Enter");
        }
        page.waitForURL(stack.url(service) + path.replaceAll("[?].*", "") + "**");
        return this;
    }

    /** Follows the navigation to another desk, where nobody asks for a login again. */
    Colleague walksTo(String service) {
        page.locator(".desks a[href='" + stack.url(service) + "/desk']").click();
        page.waitForURL(stack.url(service) + "/desk/**");
        return this;
    }

    /** Goes by the navigation to another page of the desk, with the keyboard alone. */
    Colleague tabsTo(String path) {
        String link = "nav.side a[href='" + path + "']";
        for (int i = 0; !page.locator(link + ":focus").isVisible(); i++) {
            assertTrue(i < FAR, "no tab key leads to " + path);
            page.keyboard().press("Tab");
        }
        // the address alone does not tell: the link may lead to the page on which it stands
        page.evaluate("() => { window.left = false }");
        page.keyboard().press("Enter");
        page.waitForFunction("() => window.left === undefined && document.readyState === 'complete'");
        return this;
    }

    /** Goes by the navigation to a page of a desk without a mouse, and finds everything on it within reach. */
    Colleague walksByKeyTo(String service, String path) {
        visit(service, "/desk").tabsTo(path);
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertEquals(List.of(), outOfReach(), service + path);
        return accessible();
    }

    Page page() {
        return page;
    }

    @Override
    public int send(String service, String path, String type, byte[] content) {
        RequestOptions form = RequestOptions.create()
                .setMaxRedirects(0)
                .setHeader("Content-Type", type)
                .setData(content);
        return page.request().post(stack.url(service) + path, form).status();
    }

    /** Chose English at some page, as the realm's people may at each. */
    void readsEnglish() {
        readsEnglish = true;
        page.context().addCookies(List.of(new Cookie("language", "en").setUrl(stack.url("audit"))));
    }

    /** Headings, columns, buttons and labels of the page that are in Chinese. */
    List<?> chinese() {
        return (List<?>)
                page.evaluate(
                        """
                        () => [...document.querySelectorAll('h1, h2, th, button, label, nav.side a')]
                            .map(each => each.matches('label')
                                ? [...each.childNodes].filter(part => part.nodeType === Node.TEXT_NODE).map(part => part.data).join('')
                                : each.innerText)
                            .filter(text => /\\p{Script=Han}/u.test(text))""");
    }

    /**
     * Opens with the key what opens in the drawer of the page, the first of each kind, and complains of what bars somebody from it.
     *
     * @return the kinds: addresses without what they name
     */
    Set<String> looksIntoDrawers() {
        Set<String> kinds = new TreeSet<>();
        List<?> addresses = (List<?>) page.evaluate(
                "() => [...document.querySelectorAll('main [hx-get]')].map(each => each.getAttribute('hx-get'))");
        for (Object address : addresses) {
            if (kinds.add(address.toString().replaceFirst("[?].*", ""))) {
                page.locator("main [hx-get='" + address + "']").first().press("Enter");
                assertThat(page.locator("#drawer h1")).isVisible();
                Stream.concat(
                                barriers(new AxeBuilder(page).include("#drawer")).stream(),
                                readsEnglish ? chinese().stream() : Stream.of())
                        .forEach(fault -> complaints.add(address + ": " + fault));
                page.keyboard().press("Escape");
                assertThat(page.locator("#drawer")).isHidden();
            }
        }
        return kinds;
    }

    /** Turns to other work: a page that stays open follows every event of the county, seen or not. */
    void turnsAway() {
        page.navigate("about:blank");
    }

    Locator heading() {
        return page.locator("main h1");
    }

    /** The page says in words that all can read. */
    Colleague reads(String text) {
        assertThat(page.locator("main")).containsText(text);
        return this;
    }

    /** A picture for the eyes of whoever changes a page, from its top, whatever a key has walked to. */
    Colleague picture(String file) {
        page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file + ".png")));
        return this;
    }

    /** No violation that bars somebody from using the page. */
    Colleague accessible() {
        assertEquals(List.of(), barriers(new AxeBuilder(page)), page.url());
        return this;
    }

    private static List<String> barriers(AxeBuilder looked) {
        return looked.analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(Colleague::told)
                .toList();
    }

    /** What on the page cannot be reached by the tab key, or does not show that it was. */
    List<String> outOfReach() {
        int all = ((Number)
                        page.evaluate(
                                """
                        () => {
                            window.unreached = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
                                .filter(each => each.checkVisibility() && each.type !== 'hidden' && !each.disabled);
                            window.shown = here => {
                                const style = getComputedStyle(here);
                                if (style.outlineStyle !== 'none' || style.boxShadow !== 'none') {
                                    window.unreached = window.unreached.filter(each => each !== here);
                                }
                            };
                            document.addEventListener('focusin', event => window.shown(event.target));
                            window.shown(document.activeElement);
                            return window.unreached.length;
                        }"""))
                .intValue();
        // a browser stops at more than these, as at each part of a date: a second round is enough
        int left = all;
        for (int round = 0; round < 2 && left > 0; round++) {
            for (int i = 0; i < all; i++) {
                page.keyboard().press("Tab");
            }
            left = ((Number) page.evaluate("() => window.unreached.length")).intValue();
        }
        return ((List<?>)
                        page.evaluate(
                                "() => window.unreached.filter(each => each.isConnected).map(each => each.outerHTML.slice(0, 160))"))
                .stream().map(String::valueOf).toList();
    }

    /** What the console of the browser held against the pages so far, and what was wrong in their drawers. */
    List<String> complaints() {
        return complaints;
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }
}
