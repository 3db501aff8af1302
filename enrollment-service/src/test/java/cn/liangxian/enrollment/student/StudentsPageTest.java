package cn.liangxian.enrollment.student;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.StudentHandoff.StudentsReminded;
import cn.liangxian.enrollment.StudentHandoff.UninsuredStudentsExplained;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Department;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schools, education and the others work the lists of uninsured students at their desks; the business date is 2023-10-08. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class StudentsPageTest {

    private static final String PAGE = "/desk/students";
    private static final String TOWNSHIP = "370404103";
    private static final String VILLAGE = TOWNSHIP + "005";

    @Inject
    County county;

    private UUID child;
    private UUID pupil;
    private String list;

    @BeforeEach
    void aListOfTwoStudents() {
        county.openDay();
        county.jdbi().useHandle(h -> h.execute("update person set student = false where township = ?", TOWNSHIP));
        child = student(LocalDate.of(2019, 5, 6));
        pupil = student(LocalDate.of(2012, 5, 6));
        form("EDUCATION", PAGE).statusCode(303);
        list = desk("EDUCATION")
                .get("/uninsured-students")
                .body("[0].students", equalTo(2))
                .extract()
                .path("[0].listId");
    }

    @Test
    @Clause("yicheng-2024/五(十)")
    void aSchoolGivesTheReasonOfThoseChosenAndEducationTellsTheTownshipOnceAllHaveOne() {
        page("SCHOOL")
                .body(containsString("学*"), not(containsString("学生某")), containsString(child.toString()))
                .body(containsString("2023-10-20 <span class=\"assumed\""));
        report().statusCode(409).body(containsString("尚有2人未说明原因"));
        answer("UNWILLING", child).statusCode(303);
        page("SCHOOL").body(not(containsString(child.toString())), containsString(pupil.toString()));
        desk("SCHOOL")
                .get(PAGE + "?all=true&list=" + list)
                .body(containsString("<td>不愿参保</td>"), containsString(child.toString()));
        answer("NOT_REACHED", pupil).statusCode(303);
        report().statusCode(303);
        county.handed(UninsuredStudentsExplained.class, one -> one.listId().equals(list));
        page("TOWNSHIP").body(containsString(child.toString()), not(containsString("data-check-all")));
        page("SCHOOL").body(not(containsString("data-check-all")));
        answer("NOT_REACHED", pupil).statusCode(409).body(containsString("名单已反馈镇（街道）"));
    }

    @Test
    @Clause("bachu-2022/第十五条(3)")
    void whomEducationRemindedIsSaidOfThoseChosenTogether() {
        form("EDUCATION", PAGE + "/reminders", "list", list, "person", child.toString(), "person", pupil.toString())
                .statusCode(303);
        page("EDUCATION").body(not(containsString(child.toString())), containsString("没有待办的学生"));
        assertEquals(
                Department.EDUCATION,
                county.handed(StudentsReminded.class, one -> one.listId().equals(list))
                        .department());
        page("TAX").body(containsString("没有待办的学生"));
    }

    @Test
    @Clause({"yicheng-2024/五(十)", "bachu-2022/第十五条(3)"})
    void whoIsNotOnTheListOrHasNoReasonIsNamedByItsPlaceAndNoneIsTaken() {
        UUID stranger = county.resident(County.newNumber(LocalDate.of(1990, 1, 1), true), "成人", VILLAGE);
        answer("UNWILLING", child, stranger).statusCode(422).body(containsString("第2行学生：该学生不在名单上"));
        answer("", child).statusCode(400).body(containsString("第1行原因：必填"));
        answer("UNWILLING").statusCode(400);
        form("EDUCATION", PAGE + "/reminders", "list", list, "person", stranger.toString())
                .statusCode(422)
                .body(containsString("第1行学生：不在名单上或已参保"));
        form("EDUCATION", PAGE + "/reminders").statusCode(400).body(containsString("名单：缺失"));
        assertEquals(
                0,
                county.count(
                        "select count(*) from uninsured_student where list_id = ?::uuid and reason is not null", list));
    }

    @Test
    @Clause("bachu-2022/第二十条(3)")
    void namesAreShownForAPurposeThatIsKept() {
        names("").statusCode(400).body(containsString("查阅用途：缺失"), not(containsString("学生某")));
        names("联系家长").statusCode(200).body(containsString("学生某"), containsString(child.toString()));
        assertEquals(1, county.count("select count(*) from registration_query where purpose like '联系家长%' || ?", list));
    }

    @Test
    void eachDoesItsOwnWorkAndSeesItsOwnArea() {
        form("SCHOOL", PAGE).statusCode(403);
        form("SCHOOL", PAGE + "/reminders").statusCode(403);
        form("SCHOOL", PAGE + "/report").statusCode(403);
        form("EDUCATION", PAGE + "/reasons").statusCode(403);
        form("TOWNSHIP", PAGE + "/reminders").statusCode(403);
        desk("CIVIL_AFFAIRS").get(PAGE).statusCode(403);
        desk("TOWNSHIP").get(PAGE + "?list=" + list).statusCode(404);
        Desk elsewhere = new Desk("SCHOOL", "370404101");
        elsewhere.get(PAGE).statusCode(200).body(not(containsString(list)));
        elsewhere.get(PAGE + "?list=" + list).statusCode(404);
    }

    private ValidatableResponse answer(String reason, UUID... people) {
        List<String> fields = new ArrayList<>(List.of("list", list));
        if (!reason.isEmpty()) {
            fields.addAll(List.of("reason", reason));
        }
        for (UUID person : people) {
            fields.addAll(List.of("person", person.toString()));
        }
        return form("SCHOOL", PAGE + "/reasons", fields.toArray(String[]::new));
    }

    private ValidatableResponse report() {
        return form("EDUCATION", PAGE + "/report", "list", list);
    }

    private ValidatableResponse names(String purpose) {
        return form("SCHOOL", PAGE + "/names", "list", list, "purpose", purpose);
    }

    private ValidatableResponse page(String department) {
        return desk(department).get(PAGE + "?list=" + list).statusCode(200);
    }

    private UUID student(LocalDate birth) {
        return county.resident(County.newNumber(birth, true), "学生某", VILLAGE, true, null);
    }

    private static ValidatableResponse form(String department, String path, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("key", UUID.randomUUID().toString()));
        return desk(department).form(path, all.toArray(String[]::new));
    }

    private static Desk desk(String department) {
        return new Desk(department, TOWNSHIP);
    }
}
