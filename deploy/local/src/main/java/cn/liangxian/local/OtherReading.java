package cn.liangxian.local;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A service as it runs where the county reads its notice otherwise than the county of most tests does: the same file with
 * some values changed, and nothing else. Where a text leaves something open, such a change must be enough.
 */
public abstract class OtherReading implements QuarkusTestProfile {

    /** The values that differ, in the words of a policy file. */
    protected abstract String values();

    /** The others' stack runs the policy of {@link TestStack#county()}. */
    @Override
    public final boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public final List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(
                        TestStack.class, Map.of("policy", file(values()).toString())),
                new TestResourceEntry(TestRealm.class));
    }

    /** A new file that stands on that of {@link TestStack#county()}. */
    public static Path file(String values) {
        return Counties.reading(TestServers.root(), TestStack.county(), values);
    }
}
