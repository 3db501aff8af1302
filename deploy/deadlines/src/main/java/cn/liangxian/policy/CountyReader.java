package cn.liangxian.policy;

import cn.liangxian.calendar.WorkCalendar;
import cn.liangxian.handoff.Insurance;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the part of a policy file that describes the jurisdiction: where, when, which groups, which channels. */
final class CountyReader {
    private final Draft draft;

    CountyReader(Draft draft) {
        this.draft = draft;
    }

    Jurisdiction jurisdiction(WorkCalendar calendar) {
        JsonNode node = draft.root().path("jurisdiction");
        String code = node.path("code").textValue();
        List<Township> townships = new ArrayList<>();
        for (JsonNode township : node.path("townships")) {
            String own = township.path("code").textValue();
            if (!own.startsWith(code) && !township.has("until"))
                draft.problem(township, "townships", own + " does not lie in " + code);
            if (townships.stream().anyMatch(t -> t.code().equals(own)))
                draft.problem(township, "townships", own + " is given twice");
            String named = township.path("name").textValue();
            townships.add(new Township(
                    own,
                    named,
                    township.path("name-en").asText(named),
                    dayOrNull(township.path("from")),
                    dayOrNull(township.path("until")),
                    township.path("into").textValue()));
        }
        for (JsonNode township : node.path("townships")) {
            String into = township.path("into").textValue();
            if (into != null && townships.stream().noneMatch(t -> t.code().equals(into)))
                draft.problem(township, "townships", into + " is no township of this file");
        }
        String name = node.path("name").textValue();
        String nameEn = node.path("name-en").asText(name);
        return new Jurisdiction(code, name, nameEn, townships, calendar, draft.clause(node));
    }

    private LocalDate dayOrNull(JsonNode node) {
        return node.isMissingNode() ? null : draft.day(node);
    }

    /** Percentages, kept in hundredths of a percent. */
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        draft.root().path("targets").properties().forEach(entry -> {
            JsonNode node = entry.getValue();
            Insurance insurance = Insurance.valueOf(entry.getKey());
            if (!draft.root().path("insurances").has(entry.getKey()))
                draft.problem(node, "targets", "this file says nothing about " + insurance);
            Map<String, Integer> own = new LinkedHashMap<>();
            node.path("townships").properties().forEach(one -> own.put(one.getKey(), hundredths(one.getValue())));
            own.keySet().stream()
                    .filter(code -> Draft.stream(
                                    draft.root().path("jurisdiction").path("townships"))
                            .noneMatch(t -> t.path("code").asText().equals(code)))
                    .forEach(code -> draft.problem(node, "targets", code + " is no township of this file"));
            Integer all = node.has("rate") ? hundredths(node.path("rate")) : null;
            targets.add(new Target(insurance, all, own, draft.clause(node), Draft.assumed(node)));
        });
        return targets;
    }

    private static int hundredths(JsonNode percent) {
        return percent.decimalValue().movePointRight(2).intValueExact();
    }

    int feeYear() {
        int year = draft.root().path("fee-year").path("year").intValue();
        draft.name("fee-year.start", LocalDate.of(year, 1, 1));
        draft.name("fee-year.end", LocalDate.of(year, 12, 31));
        return year;
    }

    /** Also names its days, so that the rest of the file can refer to them: to be read first. */
    Campaign campaign() {
        JsonNode node = draft.root().path("campaign");
        LocalDate start =
                draft.name("campaign.start", draft.day(node.path("start").path("on")));
        LocalDate end = draft.name("campaign.end", draft.day(node.path("end").path("on")));
        if (end.isBefore(start)) draft.problem(node.path("end"), "campaign", "ends before it starts");
        Map<String, Stage> stages = new LinkedHashMap<>();
        node.path("stages").properties().forEach(entry -> stages.put(entry.getKey(), stage(entry)));
        return new Campaign(start, end, stages, draft.clause(node.path("start")));
    }

    private Stage stage(Map.Entry<String, JsonNode> entry) {
        JsonNode node = entry.getValue();
        String name = entry.getKey();
        LocalDate from = draft.name("campaign." + name, draft.day(node.path("from")));
        LocalDate to = draft.name("campaign." + name + ".end", draft.day(node.path("to")));
        if (to.isBefore(from)) draft.problem(node, "stage " + name, "ends before it begins");
        return new Stage(name, from, to, draft.clause(node), Draft.assumed(node));
    }

    Effective effective() {
        JsonNode node = draft.root().path("effective");
        LocalDate from = draft.day(node.path("from"));
        LocalDate until = node.has("until") ? draft.day(node.path("until")) : null;
        if (until != null && until.isBefore(from)) draft.problem(node, "effective", "ends before it begins");
        return new Effective(from, until, draft.clause(node), Draft.assumed(node));
    }

    SignOffs signOffs() {
        JsonNode node = draft.root().path("sign-offs");
        return new SignOffs(draft.departments(node.path("departments")), draft.clause(node), Draft.assumed(node));
    }

    AgeRule ages() {
        JsonNode node = draft.root().path("age");
        JsonNode measured = node.path("measured");
        LocalDate day = measured.textValue().equals("on payment") ? null : draft.day(measured);
        return new AgeRule(node.path("reached").textValue().equals("on birthday"), day, Draft.assumed(node));
    }

    List<Category> categories() {
        List<Category> categories = new ArrayList<>();
        Set<String> seen = new java.util.HashSet<>();
        for (JsonNode node : draft.root().path("categories")) {
            String code = node.path("code").textValue();
            if (!seen.add(code)) draft.problem(node, "categories", code + " is given twice");
            var listedBy = EnumSet.noneOf(cn.liangxian.handoff.Department.class);
            listedBy.addAll(draft.departments(node.path("listed-by")));
            categories.add(new Category(
                    code,
                    node.path("zh").textValue(),
                    node.path("en").textValue(),
                    listedBy,
                    node.path("precedence").asInt(categories.size() + 1),
                    draft.clause(node),
                    Draft.assumed(node)));
        }
        categories.sort(Comparator.comparing(Category::precedence));
        return categories;
    }

    List<Funder> funders() {
        List<Funder> funders = new ArrayList<>();
        draft.root().path("funders").properties().forEach(entry -> {
            JsonNode names = entry.getValue();
            funders.add(new Funder(
                    entry.getKey(),
                    names.path("zh").textValue(),
                    names.path("en").textValue()));
        });
        return funders;
    }

    List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (JsonNode node : draft.root().path("channels")) {
            LocalDate opens = draft.day(node.path("opens"));
            LocalDate closes = draft.day(node.path("closes"));
            if (closes.isBefore(opens)) draft.problem(node, "channels", "closes before it opens");
            channels.add(new Channel(
                    node.path("code").textValue(),
                    node.path("zh").textValue(),
                    node.path("en").textValue(),
                    node.path("online").booleanValue(),
                    node.path("entrusted").booleanValue(),
                    opens,
                    closes,
                    draft.clause(node),
                    Draft.assumed(node)));
        }
        if (channels.stream().filter(Channel::entrusted).count() > 1)
            draft.problem(draft.root().path("channels"), "channels", "more than one is that of the village agents");
        return channels;
    }

    List<SpecialCase> specialCases() {
        List<SpecialCase> cases = new ArrayList<>();
        for (JsonNode node : draft.root().path("special-cases")) {
            var insurances = EnumSet.noneOf(Insurance.class);
            Draft.texts(node.path("insurances")).forEach(name -> insurances.add(Insurance.valueOf(name)));
            boolean exceptHeld = node.path("except").asText().equals("held birthday");
            if (exceptHeld && !node.has("from"))
                draft.problem(node, "special-cases", "only a case that counts from a day can except held birthdays");
            cases.add(new SpecialCase(
                    node.path("code").textValue(),
                    node.path("zh").textValue(),
                    node.path("en").textValue(),
                    insurances,
                    node.path("years").asText().equals("earlier"),
                    node.has("born-from") ? draft.day(node.path("born-from")) : null,
                    node.has("from") ? draft.day(node.path("from")) : null,
                    exceptHeld,
                    node.path("valid-days").intValue(),
                    draft.clause(node),
                    Draft.assumed(node)));
        }
        return cases;
    }
}
