package cn.liangxian.reconciliation.details;

import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service as it runs in a county that passes details and compares entitlements by the week. */
public class CountyByTheWeek implements QuarkusTestProfile {

    /** The others' stack runs another county's policy. */
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(TestStack.class, Map.of("policy", "deploy/jurisdictions/bachu-2022.yaml")),
                new TestResourceEntry(TestRealm.class));
    }
}
