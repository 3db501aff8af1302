package cn.liangxian.audit.index;

import cn.liangxian.audit.desk.AuditPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.desk.Typed;
import cn.liangxian.enrollment.EnrollmentHandoff.RosterLine;
import cn.liangxian.messaging.BusinessDay;
import cn.liangxian.messaging.HandoffJson;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 事件回放: everything that was handed over about a person, a list, a batch, on a topic or a day, and why it was. */
@Path("/desk/replay")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReplayPage {

    private static final int ROWS = 100;
    /** One word at least is long enough to be searched by. */
    private static final String KEY = "[A-Za-z0-9:-]{1,60}";

    private final Desk desk;
    private final EventSheet sheet;
    private final Replay replay;
    private final BusinessDay today;

    ReplayPage(Desk desk, EventSheet sheet, Replay replay, BusinessDay today) {
        this.desk = desk;
        this.sheet = sheet;
        this.replay = replay;
        this.today = today;
    }

    /** An event as a line; {@code seq} empty for a line of a roster, which is not in the index by itself. */
    public record Row(
            String seq,
            String href,
            String date,
            String handoff,
            String subject,
            String from,
            String to,
            String clauses) {}

    /** A topic to choose. */
    public record Choice(String value, String title, boolean chosen) {}

    /** A line of the tree; {@code depth} in steps from the root. */
    public record Branch(int depth, String id, String date, String handoff, String subject, boolean here) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("key") String key,
            @QueryParam("topic") String topic,
            @QueryParam("date") String date,
            @QueryParam("after") long after) {
        TemplateInstance page = desk.countyPage("audit/replay", AuditPages.REPLAY);
        EventSheet.Wish wish = new EventSheet.Wish(key(key), Typed.text(topic), Typed.date(date));
        Replay.Page found = wish.nothing()
                ? new Replay.Page(List.of(), 0, sheet.total(), null, null)
                : sheet.page(wish, after, ROWS);
        return page.data("key", wish.key() == null ? "" : wish.key())
                .data("date", wish.date() == null ? "" : wish.date().toString())
                .data(
                        "topics",
                        Topics.indexed().stream()
                                .map(each -> new Choice(each, Topics.named(desk, each), each.equals(wish.topic())))
                                .toList())
                .data("topic", wish.topic() == null ? "" : wish.topic())
                .data("asked", !wish.nothing())
                .data("byKey", wish.key() != null)
                .data("searched", grouped(found.searched()))
                .data("total", grouped(found.total()))
                .data("all", found.searched() >= found.total())
                .data("byPerson", Topics.byPerson(desk))
                .data("next", found.next())
                .data("today", today.last().map(LocalDate::toString).orElse(""))
                .data(
                        "lines",
                        found.lines() == null ? "" : grouped(found.lines().searched()))
                .data("linesPart", found.lines() != null && !found.lines().complete())
                .data("rows", rows(found));
    }

    /** One event with its payload and the tree of what it followed from and what followed. */
    @GET
    @Path("/one")
    @Operation(hidden = true)
    public TemplateInstance one(@QueryParam("id") String id) {
        desk.countyPage("audit/replay", AuditPages.REPLAY);
        EventsResource.Event event =
                sheet.one(id == null ? "" : id).orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
        Replay.Tree tree = replay.tree(event.id()).orElseThrow();
        List<Branch> branches = new ArrayList<>();
        branches(tree.root(), 0, event.id(), branches);
        Row row = row(event);
        return desk.below("audit/event", AuditPages.REPLAY, row.handoff())
                .data("row", row)
                .data("event", event)
                .data("payload", pretty(event.payload()))
                .data("branches", branches)
                .data("events", tree.events())
                .data("complete", tree.complete());
    }

    private void branches(Replay.Node node, int depth, String here, List<Branch> branches) {
        branches.add(new Branch(
                depth,
                node.id(),
                String.valueOf(node.businessDate()),
                Topics.named(desk, node.topic()),
                node.subject() == null ? "" : node.subject(),
                node.id().equals(here)));
        node.followed().forEach(each -> branches(each, depth + 1, here, branches));
    }

    private List<Row> rows(Replay.Page found) {
        List<Row> rows = new ArrayList<>();
        if (found.lines() != null) {
            found.lines().lines().forEach(line -> rows.add(row(line)));
        }
        found.events().forEach(event -> rows.add(row(event)));
        return rows;
    }

    private Row row(EventsResource.Event event) {
        return row(Long.toString(event.seq()), address(event), event.businessDate(), event.topic(), event.subject());
    }

    private Row row(LinePlaces.Line line) {
        return row("", LinePage.address(line), line.businessDate(), RosterLine.TOPIC, line.personKey());
    }

    private Row row(String seq, String href, LocalDate date, String topic, String subject) {
        return new Row(
                seq,
                href,
                date == null ? "" : date.toString(),
                Topics.named(desk, topic),
                subject == null ? "" : subject,
                Topics.from(desk, topic),
                Topics.to(desk, topic),
                Topics.clauses(topic));
    }

    /** Of the page of one event. */
    static String address(EventsResource.Event event) {
        return "/desk/replay/one?id=" + URLEncoder.encode(event.id(), StandardCharsets.UTF_8);
    }

    private static String key(String text) {
        String key = Typed.text(text);
        if (key != null && !key.matches(KEY)) {
            throw new Problem(
                    AnyRequestProblem.MALFORMED,
                    new Text("须为1至60个字母、数字、短横或冒号", "1 to 60 letters, digits, dashes or colons"));
        }
        return key;
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String pretty(String payload) {
        try {
            return HandoffJson.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(HandoffJson.MAPPER.readTree(payload));
        } catch (JsonProcessingException e) {
            return payload;
        }
    }
}
