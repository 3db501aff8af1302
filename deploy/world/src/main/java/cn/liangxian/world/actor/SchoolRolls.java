package cn.liangxian.world.actor;

import cn.liangxian.policy.Township;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Resident;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Schools provide their rolls, with guardians, before the day on which the notice wants them; education where there are none. */
public final class SchoolRolls implements Actor {
    private static final String LISTED = "enrollment-students-listed";
    private static final int DAYS_AHEAD = 10;
    /** What one roll may hold; a larger school sends it in parts. */
    private static final int ROWS = 5_000;

    private static final int OF_AGE = 18;

    private final Surroundings around;
    private final List<Resident> residents;
    private final LocalDate day;

    public SchoolRolls(Surroundings around, List<Resident> residents) {
        this.around = around;
        // who registers later is on no roll yet
        this.residents = residents.stream().filter(r -> r.registersOn() == null).toList();
        this.day = around.policy()
                .deadline(LISTED)
                .map(deadline -> deadline.rule().due(around.policy().anchors()))
                .map(due -> around.nextWorkday(due.minusDays(DAYS_AHEAD)))
                .orElse(null);
    }

    @Override
    public void atTheDesk(LocalDate today) {
        if (today.equals(day)) around.crowd().each(around.county().townships(), this::provide);
    }

    private void provide(Township township) {
        List<Resident> here = residents.stream()
                .filter(r -> r.township().equals(township.code()))
                .toList();
        LocalDate grown = day.minusYears(OF_AGE);
        Map<String, List<Resident>> adults = here.stream()
                .filter(r -> !r.student() && r.birth().isBefore(grown))
                .collect(Collectors.groupingBy(Resident::village));
        List<Map<String, Object>> students = here.stream()
                .filter(Resident::student)
                .map(student -> row(student, adults.getOrDefault(student.village(), List.of())))
                .flatMap(Optional::stream)
                .toList();
        for (int from = 0; from < students.size(); from += ROWS)
            send(township.code(), students.subList(from, Math.min(students.size(), from + ROWS)), from);
        if (students.isEmpty()) nobody(township.code());
    }

    /** The guardian is an adult of the household, else of the village; empty where there is none. */
    private static Optional<Map<String, Object>> row(Resident student, List<Resident> adults) {
        return adults.stream()
                .filter(r -> r.household() == student.household())
                .findFirst()
                .or(() -> adults.stream().findFirst())
                .map(guardian -> row(student, guardian));
    }

    private static Map<String, Object> row(Resident student, Resident guardian) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rollNumber", "G" + student.number());
        row.put("idType", "RESIDENT_ID");
        row.put("idNumber", student.idNumber());
        row.put("name", student.name());
        row.put("status", "ENROLLED");
        row.put("guardian", Map.of("name", guardian.name(), "idNumber", guardian.idNumber()));
        return row;
    }

    private void send(String township, List<Map<String, Object>> students, int from) {
        Map<String, Object> roll =
                Map.of("township", township, "school", "中心学校", "declaredCount", students.size(), "students", students);
        post(
                Service.ENROLLMENT,
                around.access().client("school", township),
                "/student-rolls",
                "roll-" + township + "-" + from,
                roll);
    }

    private void nobody(String township) {
        post(
                Service.AUDIT,
                around.access().client("education", around.county().code()),
                "/zero-confirmations",
                "zero-roll-" + township,
                Map.of("obligationId", LISTED + ":" + township, "reason", "辖区无在校学生"));
    }

    private void post(Service service, String client, String path, String key, Map<String, Object> body) {
        around.access().post(service, client, path, key, Body.json(body)).orThrow(path + " " + key);
    }
}
