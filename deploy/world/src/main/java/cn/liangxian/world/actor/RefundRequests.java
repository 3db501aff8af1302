package cn.liangxian.world.actor;

import cn.liangxian.world.access.Body;
import cn.liangxian.world.access.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A few residents ask back what they owed: tax takes the request on and keeps a scan of what they bring, the agency reads it,
 * finds them insured nowhere else, and says no. So no money moves.
 */
public final class RefundRequests implements Actor {
    private static final double SHARE = 0.01;

    private final Surroundings around;
    private final List<JsonNode> paid = new ArrayList<>();

    public RefundRequests(Surroundings around) {
        this.around = around;
        around.topics().subscribe("collection-contribution-paid-v1", this::paid);
    }

    private void paid(JsonNode payment) {
        boolean asks = around.chance()
                .of("asks back")
                .of(payment.path("voucher").asText())
                .happens(SHARE);
        if (asks && payment.path("payer").asText().equals("SELF")) paid.add(payment);
    }

    @Override
    public void atTheDesk(LocalDate day) {
        if (!around.workday(day)) return;
        around.crowd().each(List.copyOf(paid), this::ask);
        paid.clear();
    }

    private void ask(JsonNode payment) {
        String id = payment.path("paymentId").asText();
        String agency = payment.path("insurance").asText().equals("MEDICAL") ? "medical-insurance" : "social-insurance";
        byte[] scan = ("%PDF-1.7 " + payment.path("voucher").asText()).getBytes(StandardCharsets.UTF_8);
        String digest = digest(scan);
        var document = Map.of("name", "证明1.pdf", "digest", digest, "original", true);
        var request = Map.of("paymentId", id, "reason", "INSURED_ELSEWHERE", "documents", List.of(document));
        var taken = around.access()
                .post(Service.COLLECTION, client("tax"), "/refunds", "refund-request-" + id, Body.json(request));
        // tax found before that too much was paid
        if (taken.code().equals("refund-already-requested")) return;
        String refund =
                taken.orThrow("request for a refund").json().required("caseId").asText();
        post("tax", refund, "documents", Map.of("content", scan));
        around.access()
                .get(Service.COLLECTION, client(agency), "/refunds/" + refund + "/documents/" + digest)
                .orThrow("scan of a request for a refund");
        post(agency, refund, "check", Map.of("agreed", false, "reason", "未查到异地参保记录"));
    }

    private void post(String department, String refund, String step, Map<String, Object> body) {
        around.access()
                .post(
                        Service.COLLECTION,
                        client(department),
                        "/refunds/" + refund + "/" + step,
                        "refund-" + step + "-" + refund,
                        Body.json(body))
                .orThrow(step + " of a request for a refund");
    }

    private String client(String department) {
        return around.access().client(department, around.county().code());
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
