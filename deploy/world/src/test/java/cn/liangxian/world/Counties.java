package cn.liangxian.world;

import cn.liangxian.policy.Policy;
import java.nio.file.Path;

public final class Counties {
    private Counties() {}

    public static Policy yicheng() {
        return policy("yicheng-2024");
    }

    public static Policy policy(String county) {
        return Policy.load(root().resolve("deploy/jurisdictions/" + county + ".yaml"));
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!at.resolve("deploy/jurisdictions").toFile().isDirectory()) at = at.getParent();
        return at;
    }
}
