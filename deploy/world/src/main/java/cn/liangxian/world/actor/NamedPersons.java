package cn.liangxian.world.actor;

import cn.liangxian.policy.Township;
import cn.liangxian.world.Misdeed.Kind;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the notice wants named persons, every unit names its own two months before the campaign. Later one township
 * tells in good time that its specialist changes; another changes him first and tells it days after.
 */
public final class NamedPersons implements Actor {
    private static final String HANDOFF = "audit-duty-assigned";
    private static final List<String> EXCHANGE = List.of(
            "tax",
            "medical-insurance",
            "social-insurance",
            "finance",
            "civil-affairs",
            "rural-revitalization",
            "disabled-federation",
            "public-security",
            "education",
            "discipline");
    static final List<String> RISK_GROUP = List.of("discipline", "tax", "medical-insurance", "social-insurance");
    private static final List<String> TOWNSHIP = List.of("EXCHANGE", "AGREEMENTS", "SPECIALIST");
    private static final int NAMED_BEFORE = 60;
    private static final int CHANGED_BEFORE = 20;
    private static final int NOTICE = 7;
    private static final int LATE = 5;

    private final Surroundings around;
    private final LocalDate namedOn;
    private final LocalDate changedOn;

    public NamedPersons(Surroundings around) {
        this.around = around;
        LocalDate start = around.county().start();
        namedOn = around.nextWorkday(start.minusDays(NAMED_BEFORE));
        changedOn = around.nextWorkday(start.minusDays(CHANGED_BEFORE));
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (around.policy().deadline(HANDOFF).isEmpty()) return;
        if (day.equals(namedOn)) nameAll(day);
        if (day.equals(changedOn)) change(day);
    }

    private void nameAll(LocalDate day) {
        String county = around.county().code();
        for (String department : EXCHANGE) name(department, county, "EXCHANGE", "专人", day, null);
        for (String department : RISK_GROUP) name(department, county, "RISK_GROUP", "组员", day, null);
        around.crowd()
                .each(
                        around.county().townships(),
                        township -> TOWNSHIP.forEach(duty -> name("township", township.code(), duty, "专干", day, null)));
    }

    private void change(LocalDate day) {
        List<Township> townships = around.county().townships();
        name("township", townships.get(0).code(), "SPECIALIST", "新专干", day.plusDays(NOTICE), "调离");
        if (townships.size() == 1 || around.misbehaviour().lateLists() == 0) return;
        String untold = townships.get(1).code();
        name("township", untold, "SPECIALIST", "新专干", day.minusDays(LATE), "产假");
        around.misdeeds().did(Kind.UNTOLD_CHANGE, day, untold, 0, true);
    }

    private void name(String department, String area, String duty, String person, LocalDate from, String reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("duty", duty);
        body.put("person", person + area);
        body.put("post", "科员");
        body.put("contact", "000-0000000");
        body.put("from", from.toString());
        if (reason != null) body.put("reason", reason);
        around.access()
                .post(
                        Service.AUDIT,
                        around.access().client(department, area),
                        "/duties",
                        "duty-" + department + "-" + area + "-" + duty + "-" + from,
                        Body.json(body))
                .orThrow(duty + " of " + department + " in " + area);
    }
}
