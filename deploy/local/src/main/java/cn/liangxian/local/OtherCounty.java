package cn.liangxian.local;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * A service as it runs in another county than that of most tests: {@code @TestProfile(OtherCounty.class)}. The build says
 * in which, {@code liangxian.test.other-county}.
 */
public class OtherCounty implements QuarkusTestProfile {

    /** The others' stack runs the policy of {@link TestStack#county()}. */
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        String policy = "deploy/jurisdictions/" + System.getProperty("liangxian.test.other-county") + ".yaml";
        return List.of(
                new TestResourceEntry(TestStack.class, Map.of("policy", policy)),
                new TestResourceEntry(TestRealm.class));
    }
}
