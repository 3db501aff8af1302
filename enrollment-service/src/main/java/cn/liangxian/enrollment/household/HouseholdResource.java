package cn.liangxian.enrollment.household;

import static cn.liangxian.handoff.Department.PUBLIC_SECURITY;

import cn.liangxian.enrollment.feed.FileDigest;
import cn.liangxian.enrollment.feed.ListLimits;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The police hand in household data (户籍信息, yicheng-2024/五(八)). */
@Path("/households")
@Blocking
public class HouseholdResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final UpdatingHouseholds updating;

    HouseholdResource(Caller caller, Idempotency idempotency, UpdatingHouseholds updating) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.updating = updating;
    }

    /** @param quarter for which the data are the latest, "2023-Q3"; left out, the last that has ended */
    @POST
    @Consumes({"application/x-ndjson", "application/ndjson", "text/csv"})
    public HouseholdsApplied update(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("X-Declared-Count") Integer declared,
            @HeaderParam("Content-Type") String contentType,
            @QueryParam("area") String area,
            @QueryParam("quarter") @Pattern(regexp = "\\d{4}-Q[1-4]") String quarter,
            InputStream body) {
        mustHandIn();
        String feedArea = area == null ? caller.area() : area;
        caller.mustCover(feedArea);
        if (declared == null || declared < 0) {
            throw new Problem(HouseholdProblem.DECLARED_COUNT_MISSING, null)
                    .at(null, "declared", HouseholdProblem.DECLARED_COUNT_MISSING.title());
        }
        try {
            java.nio.file.Path file = Files.createTempFile("households-", ".feed");
            try {
                FileDigest digest = spool(body, file);
                HouseholdFeed feed = new HouseholdFeed(
                        feedArea,
                        quarter,
                        declared,
                        contentType.contains("json"),
                        file,
                        digest.sha256(),
                        caller.name());
                return idempotency.once(
                        "households", key, feed.content(), HouseholdsApplied.class, () -> updating.apply(feed));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mustHandIn() {
        caller.mustBe(PUBLIC_SECURITY);
    }

    private static FileDigest spool(InputStream body, java.nio.file.Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            FileDigest digest = FileDigest.copy(body, out);
            if (digest.bytes() > ListLimits.STANDARD.fileBytes()) {
                throw new Problem(
                        HouseholdProblem.FEED_TOO_LARGE, new Text(digest.bytes() + "字节", digest.bytes() + " bytes"));
            }
            return digest;
        }
    }
}
