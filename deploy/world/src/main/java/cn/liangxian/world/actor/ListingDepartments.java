package cn.liangxian.world.actor;

import cn.liangxian.world.Misdeed.Kind;
import cn.liangxian.world.access.Answer;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.actor.ListPlan.BadId;
import cn.liangxian.world.lists.ListRow;
import cn.liangxian.world.lists.ListWriter;
import cn.liangxian.world.population.IdNumber;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The departments' offices in the townships: they list the members of special groups under signature and seal. */
public final class ListingDepartments implements Actor {
    private final Surroundings around;
    private final Records records;
    private final List<ListPlan> plans;

    public ListingDepartments(Surroundings around, Records records, List<ListPlan> plans) {
        this.around = around;
        this.records = records;
        this.plans = plans;
    }

    @Override
    public void atTheDesk(LocalDate day) {
        for (ListPlan plan : plans) {
            if (day.equals(plan.sendOn())) send(plan, day, false);
            if (day.equals(plan.correctOn())) send(plan, day, true);
        }
    }

    private void send(ListPlan plan, LocalDate day, boolean corrected) {
        int heads = plan.members().size();
        boolean wrongCount = plan.wrongCount() && !corrected;
        Map<Integer, BadId> bad = corrected ? Map.of() : plan.badRows();
        Answer answer = around.access()
                .post(
                        Service.ENROLLMENT,
                        around.access().client(plan.client(), plan.area()),
                        "/special-groups",
                        "list-" + plan.subject() + (corrected ? "-corrected" : ""),
                        submission(plan, bad, declaration(plan, day, wrongCount ? heads + 1 : heads)))
                .orThrow("list " + plan.subject());
        String grade = answer.json().path("grade").asText();
        if (grade.startsWith("ACCEPTED")) {
            for (int row = 1; row <= heads; row++)
                if (!bad.containsKey(row)) records.listed(plan.members().get(row - 1), plan.category());
        }
        if (!corrected) confess(plan, day);
    }

    /** Who has nobody to list declares that and sends no file. */
    private Body submission(ListPlan plan, Map<Integer, BadId> bad, Map<String, Object> declaration) {
        if (plan.members().isEmpty()) return Body.form("declaration", declaration);
        return Body.form(
                plan.category() + "." + plan.format().extension(),
                plan.format().contentType(),
                ListWriter.write(plan.format(), rows(plan, bad)),
                "declaration",
                declaration);
    }

    private List<ListRow> rows(ListPlan plan, Map<Integer, BadId> bad) {
        List<ListRow> rows = new ArrayList<>(plan.members().size());
        for (int row = 1; row <= plan.members().size(); row++) {
            Resident member = plan.members().get(row - 1);
            rows.add(new ListRow(member.name(), idNumber(member, bad.get(row)), "", "", ""));
        }
        return rows;
    }

    private static String idNumber(Resident member, BadId bad) {
        if (bad == null) return member.idNumber();
        return switch (bad) {
            case CHECK_CHARACTER -> IdNumber.spoiled(member.idNumber());
            // sequence 999 is far above what the generator hands out on one day
            case NOBODY -> IdNumber.of(member.idNumber().substring(0, 6), member.birth(), 999);
        };
    }

    private Map<String, Object> declaration(ListPlan plan, LocalDate day, int declared) {
        Map<String, Object> declaration = new LinkedHashMap<>();
        declaration.put("category", plan.category());
        declaration.put("area", plan.area());
        declaration.put("listDate", day.toString());
        declaration.put("declaredCount", declared);
        declaration.put("signedBy", "负责人");
        declaration.put("sealed", true);
        declaration.put("carrier", "ELECTRONIC");
        declaration.put("confirmedZero", declared == 0);
        return declaration;
    }

    private void confess(ListPlan plan, LocalDate day) {
        if (plan.late()) around.misdeeds().did(Kind.LATE_LIST, day, plan.subject(), 0, true);
        if (plan.wrongCount()) around.misdeeds().did(Kind.WRONG_COUNT, day, plan.subject(), 0, true);
        for (int row : plan.badRows().keySet()) {
            String where = plan.subject() + "#" + plan.format().rowInFile(row);
            around.misdeeds().did(Kind.BAD_ID, day, where, 0, plan.correctOn() != null);
        }
    }
}
