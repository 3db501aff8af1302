package cn.liangxian.world.actor;

import cn.liangxian.world.access.Access;
import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import cn.liangxian.world.population.Chance;
import cn.liangxian.world.population.Resident;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Where a notice has complaints closed, one resident complains of his village's collector in the fourth week and gives his
 * name, which is sealed under a key of discipline inspection. Two weeks later the risk group has looked into it together, and
 * discipline closes it the next working day.
 */
public final class Complainants implements Actor {
    private static final String HANDOFF = "audit-complaint-closed";
    private static final int COMPLAINED_AFTER = 21;
    private static final int INVESTIGATED_AFTER = 14;
    private static final double FOUNDED = 0.5;
    private static final int KEY_BITS = 3072;

    private final Surroundings around;
    private final Resident complainant;
    private final boolean founded;
    private final LocalDate complainedOn;
    private final LocalDate investigatedOn;
    private final LocalDate closedOn;
    /** Null until it was taken. */
    private String complaint;

    public Complainants(Surroundings around, List<Resident> residents) {
        this.around = around;
        Chance die = around.chance().of("complaint");
        complainant = residents.get(die.below(residents.size()));
        founded = die.of("founded").happens(FOUNDED);
        complainedOn = around.nextWorkday(around.county().pay().from().plusDays(COMPLAINED_AFTER));
        investigatedOn = around.nextWorkday(complainedOn.plusDays(INVESTIGATED_AFTER));
        closedOn = around.nextWorkday(investigatedOn.plusDays(1));
    }

    @Override
    public void inTheBackOffice(LocalDate day) {
        if (around.policy().deadline(HANDOFF).isEmpty()) return;
        if (day.equals(complainedOn))
            post("discipline", "/keys", "complaint-key", new Body("application/octet-stream", publicKey(), Map.of()));
        if (day.equals(investigatedOn))
            for (String department : NamedPersons.RISK_GROUP)
                post(department, "/" + complaint + "/findings", "finding-" + department, found());
        if (day.equals(closedOn)) post("discipline-second", "/" + complaint + "/closing", "complaint-closing", found());
    }

    @Override
    public void atTheCounter(LocalDate day) {
        if (around.policy().deadline(HANDOFF).isEmpty() || !day.equals(complainedOn)) return;
        Map<String, Object> said = Map.of(
                "way",
                "ONLINE",
                "breach",
                "EXTRA_CHARGE",
                "township",
                complainant.township(),
                "village",
                complainant.village(),
                "words",
                complainant.name() + "：村里代收人员多收了手续费");
        complaint = around.access()
                .post(Service.AUDIT, Access.ANYBODY, "/complaints", "complaint", Body.json(said))
                .orThrow("complaint")
                .json()
                .required("complaintId")
                .asText();
    }

    private Body found() {
        return Body.json(Map.of("founded", founded));
    }

    private void post(String department, String step, String key, Body body) {
        String client = around.access().client(department, around.county().code());
        around.access()
                .post(Service.AUDIT, client, "/complaints" + step, key, body)
                .orThrow(key + " of " + department);
    }

    /** The other half is thrown away: in this world nobody reads who it was. */
    private static byte[] publicKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(KEY_BITS);
            return keys.generateKeyPair().getPublic().getEncoded();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}
