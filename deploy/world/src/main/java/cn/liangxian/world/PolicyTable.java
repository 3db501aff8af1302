package cn.liangxian.world;

import cn.liangxian.handoff.Department;
import cn.liangxian.policy.Policy;
import cn.liangxian.world.access.Access;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The departments at the table where a county's policy is agreed on before it comes into force. */
final class PolicyTable {
    private final Access access;
    private final Policy policy;

    PolicyTable(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    /** Who has to agree; nobody where the policy names no one. */
    List<Department> seats() {
        return policy.signOffs().departments();
    }

    /** Each agrees to the text that is going to be played; it is in force from the next date on. */
    void agree() {
        for (Department department : seats()) {
            String client = department.name().toLowerCase(Locale.ROOT).replace('_', '-');
            access.post(
                            Service.AUDIT,
                            client,
                            "/policy/sign-offs",
                            "sign-off-" + policy.version(),
                            Body.json(Map.of("digest", policy.digest())))
                    .orThrow("sign-off of " + client);
        }
    }
}
