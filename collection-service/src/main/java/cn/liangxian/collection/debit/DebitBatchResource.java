package cn.liangxian.collection.debit;

import static cn.liangxian.handoff.Department.BANK;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.collection.debit.AskingAgain.Question;
import cn.liangxian.collection.debit.TakingAnswers.Taken;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Debit batches: a bank fetches its files, answers them, and is asked about what it has not answered. */
@Path("/")
public class DebitBatchResource {

    private static final int MOST = 10_000;

    private final DebitBook book;
    private final BatchFile file;
    private final TakingAnswers taking;
    private final AskingAgain asking;
    private final StoppingLines stopping;
    private final Idempotency idempotency;
    private final Caller caller;

    DebitBatchResource(
            DebitBook book,
            BatchFile file,
            TakingAnswers taking,
            AskingAgain asking,
            StoppingLines stopping,
            Idempotency idempotency,
            Caller caller) {
        this.book = book;
        this.file = file;
        this.taking = taking;
        this.asking = asking;
        this.stopping = stopping;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Lines of one batch that the bank has stopped. */
    public record Stops(@NotNull @Size(min = 1, max = MOST) List<@NotNull Integer> lines) {}

    public record Stopped(int lines) {}

    private record Asked(long batchNo, Object request) {}

    /** The latest first; a bank sees its own. */
    @GET
    @Path("debit-batches")
    public List<DebitBatch> list(
            @QueryParam("from") @DefaultValue("2000-01-01") LocalDate from,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        caller.mustBe(TAX, BANK);
        return book.of(caller.department() == BANK ? caller.area() : "%", from, limit);
    }

    /** 3102 in GB18030, with accounts: for the bank alone. */
    @GET
    @Path("debit-batches/{no}/file")
    @Produces("application/xml; charset=GB18030")
    public Response file(@PathParam("no") long no) {
        DebitBatch batch = ofCaller(no, BANK);
        StreamingOutput text = out -> file.write(batch, out);
        return Response.ok(text).build();
    }

    /** 2102, in any encoding that its declaration names. */
    @POST
    @Path("debit-batches/{no}/answers")
    @Consumes({MediaType.APPLICATION_XML, MediaType.APPLICATION_OCTET_STREAM})
    @ResponseStatus(201)
    public Taken answer(@HeaderParam("Idempotency-Key") String key, @PathParam("no") long no, byte @NotNull [] answer) {
        DebitBatch batch = ofCaller(no, BANK);
        return idempotency.once(
                "debit-answer",
                key,
                new Asked(no, sha256(answer)),
                Taken.class,
                () -> taking.take(batch, AnswerFile.read(answer)));
    }

    @POST
    @Path("debit-batches/{no}/stops")
    @ResponseStatus(201)
    public Stopped stop(
            @HeaderParam("Idempotency-Key") String key, @PathParam("no") long no, @Valid @NotNull Stops stops) {
        DebitBatch batch = ofCaller(no, BANK);
        return idempotency.once(
                "debit-stop", key, new Asked(no, stops), Stopped.class, () -> stopping.stop(batch, stops.lines()));
    }

    /** What the bank still has to answer, or is asked to stop. */
    @GET
    @Path("debit-questions")
    public List<Question> questions(@QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(MOST) int limit) {
        caller.mustBe(BANK);
        return asking.questions(caller.area(), limit);
    }

    private DebitBatch ofCaller(long no, Department department) {
        caller.mustBe(department);
        return book.find(no)
                .filter(batch -> batch.bank().equals(caller.area()))
                .orElseThrow(() -> new Problem(DebitProblem.BATCH_UNKNOWN, null));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
