package cn.liangxian.collection.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.liangxian.collection.County;
import cn.liangxian.collection.Resident;
import cn.liangxian.enrollment.EnrollmentHandoff.IdentityChanged;
import cn.liangxian.enrollment.EnrollmentHandoff.Status;
import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every message comes twice, as after a crash of the sender. {@code -Dliangxian.inbox=off}, or {@link WithoutInboxTest},
 * shows that it is the inbox that keeps the books right.
 */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(TestRealm.class)
class DoubledDeliveryTest {

    @Inject
    County county;

    @Test
    void whatIsDeliveredTwiceStandsInTheBooksOnce() {
        assertEquals(1, changesInTheBooks(county));
    }

    /** After one change of a status was delivered twice. */
    static long changesInTheBooks(County county) {
        county.begins("2023-10-21");
        Resident resident = Resident.ordinary();
        county.insuresMedical(resident);
        LocalDate day = LocalDate.of(2023, 10, 21);
        county.handsTwice(List.of(new IdentityChanged(resident.key(), new Status("DIBAO", day, null), day)));
        return county.count("select count(*) from identity_change");
    }
}
