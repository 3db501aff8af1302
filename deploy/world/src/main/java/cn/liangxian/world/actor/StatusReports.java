package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How it is told that a resident's status begins or has ended: the medical agency passes it on, where the notice asks for it
 * upon the report of the department that lists them.
 */
final class StatusReports {
    private static final String REPORTED = "enrollment-identity-change-reported";

    private final Surroundings around;

    StatusReports(Surroundings around) {
        this.around = around;
    }

    /**
     * Tells it today.
     *
     * @param until the last day of the status; null when it goes on
     * @param changedOn when it became so
     * @return the key of the person
     */
    String tell(Resident resident, String category, LocalDate from, LocalDate until, LocalDate changedOn, String key) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("idNumber", resident.idNumber());
        body.put("category", category);
        body.put("from", from.toString());
        if (until != null) body.put("until", until.toString());
        if (around.policy().deadline(REPORTED).isEmpty())
            return post("medical-insurance", resident, "/identity-changes", key, body, "personKey");
        body.put("changedOn", changedOn.toString());
        String report = post(listing(category), resident, "/identity-reports", key, body, "reportId");
        String path = "/identity-reports/" + report + "/passing";
        return post("medical-insurance", resident, path, key + "-passed", Map.of(), "personKey");
    }

    /** The first of the departments that list the category. */
    private String listing(String category) {
        return around.policy().category(category).orElseThrow().listedBy().stream()
                .sorted()
                .findFirst()
                .orElseThrow()
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    private String post(
            String department, Resident resident, String path, String key, Map<String, Object> body, String answered) {
        return around.access()
                .post(
                        Service.ENROLLMENT,
                        around.access().client(department, resident.township()),
                        path,
                        key,
                        Body.json(body))
                .orThrow(key)
                .json()
                .path(answered)
                .asText();
    }
}
