package cn.liangxian.subsidy;

import cn.liangxian.local.TestRealm;
import cn.liangxian.local.TestStack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service as it runs in a county whose notice has money swept apart. */
public class CountyThatSweeps implements QuarkusTestProfile {

    private static final String POLICY = "deploy/jurisdictions/bachu-2022.yaml";

    /** The others' stack runs another county's policy. */
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(TestStack.class, Map.of("policy", POLICY)),
                new TestResourceEntry(TestRealm.class));
    }
}
