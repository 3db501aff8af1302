package cn.liangxian.collection.absent;

import cn.liangxian.collection.absent.AbsentResident.Means;
import cn.liangxian.collection.absent.AbsentResource.Listing;
import cn.liangxian.collection.absent.AbsentResource.Notice;
import cn.liangxian.collection.absent.AbsentResource.Notices;
import cn.liangxian.collection.absent.RemindingAbsentResidents.Listed;
import cn.liangxian.collection.absent.RemindingAbsentResidents.Told;
import cn.liangxian.collection.desk.CollectionPages;
import cn.liangxian.desk.Desk;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Residents who work elsewhere 异地打工居民: a township lists them, or that it knows of nobody, tells them to pay, and sees who has
 * paid since. ID numbers are posted, and not sent back.
 */
@Path("/desk/absent")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AbsentPage {

    private static final int ROWS = 200;
    private final Desk desk;
    private final Caller caller;
    private final AbsentResource absent;

    AbsentPage(Desk desk, Caller caller, AbsentResource absent) {
        this.desk = desk;
        this.caller = caller;
        this.absent = absent;
    }

    /** A choice: a state, empty for all, or a means. */
    public record Choice(String value, String title, boolean chosen) {}

    /** Somebody who works elsewhere; {@code tellable} while something is owed. */
    public record Row(
            String person,
            String name,
            String village,
            String whereabouts,
            String state,
            String look,
            int notices,
            String last,
            boolean tellable) {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("left") Integer left) {
        return page(state, after, left == null ? "" : desk.word("absentLeft") + " " + left);
    }

    /** One a line: the ID number, then the place; so they can be pasted from a spreadsheet. With {@code none}, nobody is known. */
    @POST
    @Operation(hidden = true)
    public TemplateInstance list(
            @FormParam("residents") String residents, @FormParam("none") boolean none, @FormParam("key") String key) {
        absent.mustRemind();
        List<AbsentResource.Row> rows = residents == null ? List.of() : rows(residents);
        mustAgree(none, rows, "residents", new Text("请填写，或报送没有外出居民", "fill in, or say that there is nobody"));
        Listed listed = absent.list(key, new Listing(rows));
        String said = desk.word("absentTaken") + " " + listed.listed();
        if (!listed.unknownRows().isEmpty()) {
            said += desk.word("absentUnknown") + " "
                    + listed.unknownRows().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return page("", "", said);
    }

    /** The township told those chosen; with {@code none}, nobody more, and says how it stands. */
    @POST
    @Path("/tell")
    @Operation(hidden = true)
    public Response tell(
            @FormParam("person") List<String> people,
            @FormParam("means") Means means,
            @FormParam("none") boolean none,
            @FormParam("key") String key) {
        absent.mustRemind();
        mustAgree(none, people, "people", new Text("请勾选已通知的人员", "choose those who were told"));
        Told told = absent.tell(
                key,
                new Notices(
                        people.stream().map(person -> new Notice(person, means)).toList()));
        return Response.seeOther(URI.create("/desk/absent?left=" + told.left())).build();
    }

    private TemplateInstance page(String chosen, String after, String said) {
        TemplateInstance page = desk.page("collection/absent", CollectionPages.ABSENT);
        List<AbsentResident> found = absent.show(state(chosen), after, ROWS);
        return page.data("rows", found.stream().map(this::row).toList())
                .data("next", found.size() == ROWS ? found.get(ROWS - 1).personKey() : null)
                .data("state", chosen)
                .data("tabs", tabs(chosen))
                .data(
                        "means",
                        Arrays.stream(Means.values())
                                .map(each -> new Choice(each.name(), desk.word("absentMeans_" + each), false))
                                .toList())
                .data("reminds", AbsentResource.REMINDING.contains(caller.department()))
                .data("said", said)
                .data("key", UUID.randomUUID());
    }

    /** Lines that say nothing are left out; what stands between the two is what spreadsheets and people put there. */
    private static List<AbsentResource.Row> rows(String residents) {
        return residents
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("[\\s,，;；]+", 2))
                .map(parts -> new AbsentResource.Row(parts[0], parts.length < 2 ? "" : parts[1]))
                .toList();
    }

    private static void mustAgree(boolean none, List<?> chosen, String field, Text what) {
        if (none != chosen.isEmpty()) {
            throw new Problem(AnyRequestProblem.MALFORMED, null).at(null, field, what);
        }
    }

    private static AbsentState state(String name) {
        try {
            return name.isEmpty() ? null : AbsentState.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new Problem(AnyRequestProblem.MALFORMED, Text.value(name));
        }
    }

    private List<Choice> tabs(String chosen) {
        List<Choice> tabs = new ArrayList<>();
        tabs.add(new Choice("", desk.word("all"), chosen.isEmpty()));
        for (AbsentState state : AbsentState.values()) {
            tabs.add(new Choice(
                    state.name(), desk.word("absent_" + state), state.name().equals(chosen)));
        }
        return tabs;
    }

    private Row row(AbsentResident each) {
        return new Row(
                each.personKey(),
                each.maskedName(),
                desk.place(each.village()),
                each.whereabouts(),
                desk.word("absent_" + each.state()),
                switch (each.state()) {
                    case TO_TELL -> "late";
                    case TOLD -> "near";
                    case SETTLED -> "done";
                },
                each.notices(),
                each.lastToldOn() == null ? "" : each.lastToldOn() + " " + desk.word("absentMeans_" + each.lastMeans()),
                each.state() != AbsentState.SETTLED);
    }
}
