package cn.liangxian.local;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
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

    /** Where it reads its notice otherwise: the values that differ, in the words of a policy file. */
    protected String values() {
        return null;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        Path root = TestServers.root();
        String county = System.getProperty("liangxian.test.other-county");
        Path policy = values() == null ? Counties.policy(root, county) : Counties.reading(root, county, values());
        return List.of(
                new TestResourceEntry(TestStack.class, Map.of("policy", policy.toString())),
                new TestResourceEntry(TestRealm.class));
    }
}
