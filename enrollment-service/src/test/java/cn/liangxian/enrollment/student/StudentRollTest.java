package cn.liangxian.enrollment.student;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.StudentHandoff.StudentsListed;
import cn.liangxian.enrollment.StudentHandoff.StudentsReminded;
import cn.liangxian.enrollment.StudentHandoff.UninsuredStudentsListed;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Students with their parents and guardians, and who of them is not insured. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class StudentRollTest {

    private static final String TOWNSHIP = "653130203";
    private static final String VILLAGE = TOWNSHIP + "001";

    @Inject
    County county;

    private final String number = County.newNumber(LocalDate.of(2012, 3, 4), true);
    private final String parent = County.newNumber(LocalDate.of(1985, 3, 4), false);

    @BeforeEach
    void open() {
        county.openDay();
    }

    @Test
    @Clause("bachu-2022/第十五条(1)")
    void aSchoolsRollBearsParentsAndGuardiansAndWhatIsMissingIsNamedByRow() {
        UUID pupil = county.resident(number, "学生某", VILLAGE);
        String good = student(number, relative(parent));
        String orphan = student(County.newNumber(LocalDate.of(2013, 3, 4), true), "null");
        roll(3, good, orphan).statusCode(422).body("code", equalTo("student-count-differs"));
        roll("TOWNSHIP", 1, good).statusCode(403);
        String id = roll(4, good, orphan, good, student("123", relative("456")))
                .statusCode(201)
                .body("accepted", equalTo(1), "known", equalTo(1))
                .body("errors.row", equalTo(List.of(2, 3, 4, 4)))
                .body("errors[0].message", equalTo("缺少必填项"))
                .body("errors[0].messageEn", equalTo("a field that must be filled in"))
                .body("errors.field", containsInAnyOrder("guardian", "idNumber", "idNumber", "guardian.idNumber"))
                .extract()
                .path("rollId");
        assertEquals(
                1,
                county.count(
                        "select count(*) from student_on_roll where guardian_id = ? and mother_id = ?",
                        parent,
                        parent));
        assertEquals(1, county.count("select count(*) from person where person_key = ? and student", pupil));
        StudentsListed listed =
                county.handed(StudentsListed.class, one -> one.rollId().equals(id));
        assertEquals(4, listed.received());
        assertEquals(1, listed.accepted());
    }

    @Test
    @Clause({"bachu-2022/第十五条(3)", "bachu-2022/第十五条(4)"})
    void whoIsNotInsuredIsListedForEducationWhichRemindsTogetherWithMedicalAndTax() {
        UUID first = county.resident(number, "学生某", VILLAGE, true, null);
        UUID second = county.resident(County.newNumber(LocalDate.of(2011, 3, 4), false), "学生某", VILLAGE, true, null);
        String list = desk("EDUCATION")
                .post("/uninsured-students", "")
                .statusCode(201)
                .body("lists", hasSize(1))
                .extract()
                .path("lists[0].listId");
        county.handed(UninsuredStudentsListed.class, one -> one.listId().equals(list));
        desk("EDUCATION").get("/uninsured-students/" + list).body("students.personKey", hasItem(first.toString()));
        String reminders = "/uninsured-students/" + list + "/reminders";
        String body = "{\"personKeys\":[\"%s\"]}";
        desk("TOWNSHIP").post(reminders, body.formatted(first)).statusCode(403);
        desk("EDUCATION")
                .post(reminders, body.formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("code", equalTo("student-not-listed"));
        List<String> rest =
                desk("EDUCATION").request().get("/uninsured-students/" + list).path("students.personKey");
        desk("EDUCATION").post(reminders, body.formatted(first)).statusCode(201).body("reminded", equalTo(1));
        desk("MEDICAL_INSURANCE").post(reminders, body.formatted(second)).statusCode(201);
        rest.removeAll(List.of(first.toString(), second.toString()));
        for (String other : rest) {
            desk("EDUCATION").post(reminders, body.formatted(other)).statusCode(201);
        }
        desk("TAX").post(reminders, body.formatted(first)).statusCode(201);
        StudentsReminded reminded = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> county.handedOver(StudentsReminded.class).stream()
                                .filter(one -> one.listId().equals(list))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
        assertEquals(reminded.listed(), reminded.reminded());
    }

    private static String relative(String id) {
        return "{\"name\":\"家长\",\"idNumber\":\"" + id + "\"}";
    }

    private String student(String id, String guardian) {
        return """
                {"rollNumber":"G1","idType":"RESIDENT_ID","idNumber":"%s","name":"学生某","status":"ENROLLED",
                 "father":null,"mother":%s,"guardian":%s}"""
                .formatted(id, relative(parent), guardian);
    }

    private static ValidatableResponse roll(int declared, String... students) {
        return roll("SCHOOL", declared, students);
    }

    private static ValidatableResponse roll(String department, int declared, String... students) {
        return desk(department)
                .post(
                        "/student-rolls",
                        "{\"township\":\"%s\",\"school\":\"一小\",\"declaredCount\":%d,\"students\":[%s]}"
                                .formatted(TOWNSHIP, declared, String.join(",", students)));
    }

    private static Desk desk(String department) {
        return new Desk(department, TOWNSHIP);
    }
}
