package cn.liangxian.policy;

import cn.liangxian.handoff.Department;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What personal data may be used for in a county.
 *
 * @param duties the statutory duties 法定职责, each of some departments; nothing else is a purpose
 * @param perDay of so many residents one person sees the data in a day; beyond it a supply to others is suspected
 * @param refusedMarks marks of secrecy: a file that bears one is not taken
 */
public record PersonalDataTerms(List<Duty> duties, int perDay, List<String> refusedMarks, String clause) {

    public PersonalDataTerms {
        duties = List.copyOf(duties);
        refusedMarks = List.copyOf(refusedMarks);
    }

    /** A duty that the notice gives to departments, with its clause. */
    public record Duty(
            String code, String zh, String en, List<Department> departments, String clause, boolean assumed) {
        public Duty {
            departments = List.copyOf(departments);
        }
    }

    /** The duties of a department; none for whoever is a third party. */
    public List<Duty> dutiesOf(Department department) {
        return duties.stream()
                .filter(duty -> duty.departments().contains(department))
                .toList();
    }

    /** Empty when that is no duty of the department. */
    public Optional<Duty> duty(String code, Department department) {
        return dutiesOf(department).stream()
                .filter(duty -> duty.code().equals(code))
                .findFirst();
    }

    static Optional<PersonalDataTerms> read(Draft draft) {
        JsonNode node = draft.root().path("personal-data");
        if (node.isMissingNode()) return Optional.empty();
        List<Duty> duties = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode duty : node.path("duties")) {
            String code = duty.path("code").textValue();
            if (!seen.add(code)) draft.problem(duty, "personal-data/duties", code + " is given twice");
            duties.add(new Duty(
                    code,
                    duty.path("zh").textValue(),
                    duty.path("en").textValue(),
                    draft.departments(duty.path("departments")),
                    draft.clause(duty),
                    Draft.assumed(duty)));
        }
        return Optional.of(new PersonalDataTerms(
                duties, node.path("per-day").intValue(), Draft.texts(node.path("refused-marks")), draft.clause(node)));
    }
}
