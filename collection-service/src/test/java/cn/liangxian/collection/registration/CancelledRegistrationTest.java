package cn.liangxian.collection.registration;

import static cn.liangxian.collection.Desk.CHANNEL;
import static org.hamcrest.Matchers.equalTo;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Resident;
import cn.liangxian.enrollment.EnrollmentHandoff.PersonRegistered;
import cn.liangxian.enrollment.EnrollmentHandoff.RegistrationKind;
import cn.liangxian.handoff.Clause;
import cn.liangxian.handoff.Insurance;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class CancelledRegistrationTest {

    @Inject
    County county;

    private final Resident resident = Resident.ordinary();

    @BeforeEach
    void theDayPaymentBegins() {
        county.begins("2023-10-21");
        county.insuresMedical(resident);
        county.insuresPension(300, resident);
    }

    @Test
    @Clause({"yicheng-2024/五(二)-a", "yicheng-2024/五(三)-a"})
    void whoseRegistrationIsCancelledOwesNothingForThatInsuranceAndStillTheOther() {
        county.hands(told(Insurance.MEDICAL, RegistrationKind.CANCELLED));
        CHANNEL.paysMedical(resident, 380).statusCode(409).body("code", equalTo("registration-cancelled"));
        CHANNEL.asks(resident).statusCode(200).body("payables.insurance", equalTo(List.of("PENSION")));
    }

    @Test
    @Clause("yicheng-2024/五(三)-a")
    void whoIsRegisteredAgainOwesAgain() {
        county.hands(told(Insurance.MEDICAL, RegistrationKind.CANCELLED));
        county.hands(told(Insurance.MEDICAL, RegistrationKind.REGISTERED));
        CHANNEL.paysMedical(resident, 380).statusCode(201);
    }

    @Test
    void aChangeOfDataDoesNotBringACancelledRegistrationBack() {
        county.hands(
                told(Insurance.MEDICAL, RegistrationKind.CANCELLED), told(Insurance.MEDICAL, RegistrationKind.CHANGED));
        CHANNEL.paysMedical(resident, 380).statusCode(409);
    }

    private PersonRegistered told(Insurance insurance, RegistrationKind kind) {
        return new PersonRegistered(
                resident.key(),
                insurance,
                kind,
                "370404001",
                "370404001003",
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 12, 1));
    }
}
