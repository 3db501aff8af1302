package cn.liangxian.enrollment.student;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.CollectionHandoff.ContributionPaid;
import cn.liangxian.collection.CollectionHandoff.Payer;
import cn.liangxian.collection.CollectionHandoff.RefundListed;
import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.StudentHandoff.UninsuredReason;
import cn.liangxian.enrollment.StudentHandoff.UninsuredStudent;
import cn.liangxian.enrollment.StudentHandoff.UninsuredStudentsExplained;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Fen;
import cn.liangxian.handoff.Handoff;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.handoff.Uuid7;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** 统计未参保学生信息及原因反馈给各镇（街道）; the business date is 2023-10-08. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class UninsuredStudentsTest {

    private static final String TOWNSHIP = "370404102";
    private static final String VILLAGE = TOWNSHIP + "007";

    @Inject
    County county;

    @Test
    @Clause("yicheng-2024/五(十)")
    void theTownshipIsToldWhichStudentsAreNotInsuredAndWhyOnceTheSchoolsHaveAnswered() {
        county.openDay();
        UUID child = student(LocalDate.of(2019, 5, 6));
        UUID pupil = student(LocalDate.of(2012, 5, 6));
        UUID insured = student(LocalDate.of(2011, 5, 6));
        UUID refunded = student(LocalDate.of(2010, 5, 6));
        UUID later = student(LocalDate.of(2009, 5, 6));
        county.resident(County.newNumber(LocalDate.of(2000, 1, 1), true), "成人", VILLAGE);
        hear(paid(insured), paid(refunded), partPaid(pupil));
        hear(refund(refunded));
        awaitWords(3);

        String list = desk("EDUCATION")
                .post("/uninsured-students", "")
                .statusCode(201)
                .extract()
                .path("lists.find { it.township == '" + TOWNSHIP + "' }.listId");
        String path = "/uninsured-students/" + list;
        desk("SCHOOL")
                .get(path)
                .statusCode(200)
                .body("list.students", equalTo(4))
                .body("students.personKey", hasItem(child.toString()))
                .body("students.personKey", not(hasItem(insured.toString())))
                .body("students[0].name", equalTo("学*"));
        desk("SCHOOL")
                .request()
                .queryParam("purpose", "联系家长")
                .get(path)
                .then()
                .body("students[0].name", equalTo("学生某"));
        assertEquals(1, county.count("select count(*) from registration_query where purpose like '联系家长%' || ?", list));
        desk("TOWNSHIP").get(path).statusCode(404);
        desk("VILLAGE").get(path).statusCode(403);

        desk("SCHOOL")
                .post(path + "/reasons", answers(child, "NOT_REACHED", pupil, "NOT_YET_PAID"))
                .statusCode(201);
        desk("SCHOOL")
                .post(path + "/reasons", answers(child, "INSURED_ELSEWHERE", refunded, "MOVED_AWAY"))
                .statusCode(201)
                .body("explained", equalTo(3));
        desk("SCHOOL")
                .post(path + "/reasons", answers(child, "UNWILLING", insured, "UNWILLING"))
                .statusCode(422)
                .body("code", equalTo("student-not-listed"));
        desk("EDUCATION").post(path + "/report", "").statusCode(409).body("code", equalTo("reasons-missing"));
        hear(paid(later));
        awaitWords(4);
        desk("EDUCATION")
                .post(path + "/report", "")
                .statusCode(201)
                .body("explainedOn", equalTo(County.DAY.toString()));
        desk("EDUCATION").post(path + "/report", "").statusCode(409).body("code", equalTo("uninsured-list-explained"));
        desk("TOWNSHIP").get(path).statusCode(200).body("list.insuredSince", equalTo(1));

        UninsuredStudentsExplained told = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> county.handedOver(UninsuredStudentsExplained.class).stream()
                                .filter(one -> one.listId().equals(list))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
        assertEquals(
                List.of(
                        new UninsuredStudent(child.toString(), VILLAGE, UninsuredReason.INSURED_ELSEWHERE),
                        new UninsuredStudent(pupil.toString(), VILLAGE, UninsuredReason.NOT_YET_PAID),
                        new UninsuredStudent(refunded.toString(), VILLAGE, UninsuredReason.MOVED_AWAY)),
                told.students());
    }

    @Test
    void aSchoolDoesNotListAndATownshipDoesNotExplain() {
        county.openDay();
        desk("SCHOOL").post("/uninsured-students", "").statusCode(403);
        desk("TOWNSHIP")
                .post("/uninsured-students/" + UUID.randomUUID() + "/report", "")
                .statusCode(403);
        desk("EDUCATION")
                .post("/uninsured-students/" + UUID.randomUUID() + "/report", "")
                .statusCode(404)
                .body("code", equalTo("uninsured-list-unknown"));
    }

    private UUID student(LocalDate birth) {
        return county.resident(County.newNumber(birth, true), "学生某", VILLAGE, true, null);
    }

    private void hear(Handoff... handoffs) {
        for (Handoff handoff : handoffs) {
            county.send(handoff);
        }
    }

    private void awaitWords(long count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> county.count(
                                "select count(*) from student_payment join person using (person_key) where village = ?"
                                        + " and due is not null",
                                VILLAGE)
                        >= count);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> county.count(
                                "select count(*) from student_payment join person using (person_key) where village = ?"
                                        + " and paid = 0",
                                VILLAGE)
                        == 1);
    }

    private static ContributionPaid paid(UUID person) {
        return payment(person, 380);
    }

    private static ContributionPaid partPaid(UUID person) {
        return payment(person, 100);
    }

    private static ContributionPaid payment(UUID person, long yuan) {
        return new ContributionPaid(
                Uuid7.next().toString(),
                person.toString(),
                Insurance.MEDICAL,
                2024,
                Fen.ofYuan(yuan),
                Fen.ofYuan(380),
                Fen.ofYuan(yuan),
                Fen.ofYuan(380),
                Payer.SELF,
                null,
                "WECHAT",
                "V" + Uuid7.next(),
                TOWNSHIP,
                VILLAGE,
                County.DAY);
    }

    private static RefundListed refund(UUID person) {
        return new RefundListed(
                Uuid7.next().toString(),
                Uuid7.next().toString(),
                person.toString(),
                Insurance.MEDICAL,
                Fen.ofYuan(380),
                "PAID_ELSEWHERE",
                "WECHAT",
                "R" + Uuid7.next(),
                County.DAY,
                null,
                2024,
                Fen.ZERO);
    }

    private static String answers(UUID one, String reason, UUID other, String otherReason) {
        return """
                {"answers":[{"personKey":"%s","reason":"%s"},{"personKey":"%s","reason":"%s"}]}"""
                .formatted(one, reason, other, otherReason);
    }

    private static Desk desk(String department) {
        return new Desk(department, TOWNSHIP);
    }
}
