package cn.liangxian.enrollment.survey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.enrollment.County;
import cn.liangxian.enrollment.Desk;
import cn.liangxian.enrollment.ExchangeHandoff.CoverageSurveyed;
import cn.liangxian.enrollment.ExchangeHandoff.RosterPartProvided;
import cn.liangxian.handoff.Clause;
import cn.liangxian.local.OtherCounty;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A township surveys its villages at its desk. */
@QuarkusTest
@TestProfile(OtherCounty.class)
class SurveyPageTest {

    private static final String PAGE = "/desk/survey";

    @Inject
    County county;

    @Test
    @Clause({"bachu-2022/第十六条(1)", "bachu-2022/第十六条(2)", "bachu-2022/第十六条(3)"})
    void aTownshipRecordsItsVillagesEndsTheSurveyAndProvidesItsPartUnderSignatureAndSeal() {
        county.openDay();
        Desk township = new Desk("TOWNSHIP", "653130207");
        String first = "653130207001";
        String second = "653130207002";
        String elsewhere = resident("1986-01-02", first);
        resident("1985-01-02", first);
        String grown = resident("1987-01-02", second);

        township.get(PAGE)
                .statusCode(200)
                .body(containsString("/desk/survey/village?village=" + first), containsString("待摸排"))
                .body(not(containsString(elsewhere)), containsString("2023-08-31"), containsString("2023-08-17"));
        township.get(PAGE + "/village?village=" + first).statusCode(200).body(containsString("已在外地参保"));
        survey(township, second, "2").statusCode(422).body(containsString("登记1人，摸排2人"), containsString("摸排人数："));
        survey(township, second, "").statusCode(400).body(containsString("摸排人数：缺失"));
        survey(township, first, "2", "INSURED_ELSEWHERE", elsewhere + "\r\n" + grown)
                .statusCode(422)
                .body(containsString("第2行已在外地参保：此人不在该村（社区）"));
        assertEquals(0, county.count("select count(*) from village_survey where village in (?, ?)", first, second));

        survey(township, first, "2", "OTHER_PENSION", "", "INSURED_ELSEWHERE", " " + elsewhere + "\r\n\r\n")
                .statusCode(303);
        assertEquals(
                1, county.count("select count(*) from person where id_number = ? and insured_elsewhere", elsewhere));
        form(township, "/completion").statusCode(409).body(containsString(second));
        form(township, "/roster-part", "signedBy", "乡长", "sealed", "yes").statusCode(409);
        survey(township, second, "1").statusCode(303);
        form(township, "/completion").statusCode(303);
        county.handed(CoverageSurveyed.class, one -> one.township().equals("653130207"));
        form(township, "/roster-part", "signedBy", "乡长").statusCode(422).body(containsString("印章：清册须签字盖章"));
        form(township, "/roster-part", "sealed", "yes").statusCode(400).body(containsString("签字负责人：必填"));
        form(township, "/roster-part", "signedBy", "乡长", "sealed", "yes").statusCode(303);
        assertEquals(
                "乡长",
                county.handed(RosterPartProvided.class, one -> one.township().equals("653130207"))
                        .signedBy());
        new Desk("SOCIAL_INSURANCE", "653130")
                .get(PAGE + "?township=653130207")
                .statusCode(200)
                .body(containsString("乡长"), not(containsString("/desk/survey/village?")));
    }

    @Test
    @Clause("bachu-2022/第十六条(1)")
    void aTownshipSurveysItsOwnVillagesAndNobodyElseSurveys() {
        county.openDay();
        String village = "653130204001";
        resident("1985-01-02", village);
        Desk other = new Desk("TOWNSHIP", "653130205");
        other.get(PAGE).statusCode(200).body(not(containsString(village)));
        other.get(PAGE + "/village?village=" + village).statusCode(404);
        survey(other, village, "1").statusCode(404);
        Desk agency = new Desk("MEDICAL_INSURANCE", "653130");
        survey(agency, village, "1").statusCode(403);
        form(agency, "/completion").statusCode(403);
        form(agency, "/roster-part").statusCode(403);
        survey(new Desk("TAX", "653130"), village, "1").statusCode(403);
    }

    /** The ID number of somebody in the register. */
    private String resident(String birth, String village) {
        String number = County.newNumber(LocalDate.parse(birth), true);
        county.resident(number, "居民", village);
        return number;
    }

    private static ValidatableResponse survey(Desk desk, String village, String heads, String... found) {
        List<String> fields = new ArrayList<>(List.of("village", village, "heads", heads));
        for (int i = 0; i < found.length; i += 2) {
            fields.addAll(List.of("deviation", found[i], "numbers", found[i + 1]));
        }
        return form(desk, "/village", fields.toArray(String[]::new));
    }

    private static ValidatableResponse form(Desk desk, String path, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("key", UUID.randomUUID().toString()));
        return desk.form(PAGE + path, all.toArray(String[]::new));
    }
}
