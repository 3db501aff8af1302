package cn.liangxian.collection.debit;

import static cn.liangxian.handoff.Department.BANK;
import static cn.liangxian.handoff.Department.TAX;

import cn.liangxian.collection.debit.AskingAgain.Ask;
import cn.liangxian.collection.debit.AskingAgain.Question;
import cn.liangxian.collection.debit.StoppingLines.Made;
import cn.liangxian.collection.debit.TakingAnswers.Taken;
import cn.liangxian.handoff.Department;
import cn.liangxian.rest.Caller;
import cn.liangxian.rest.Idempotency;
import cn.liangxian.rest.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Debit batches: a bank fetches its files, answers them, and is asked about what it has not answered. */
@Path("/")
public class DebitBatchResource {

    private static final int MOST = 10_000;

    private final DebitBook book;
    private final BatchFile file;
    private final TakingAnswers taking;
    private final AskingAgain asking;
    private final RequestFile requests;
    private final StoppingLines stopping;
    private final Idempotency idempotency;
    private final Caller caller;

    DebitBatchResource(
            DebitBook book,
            BatchFile file,
            TakingAnswers taking,
            AskingAgain asking,
            RequestFile requests,
            StoppingLines stopping,
            Idempotency idempotency,
            Caller caller) {
        this.book = book;
        this.file = file;
        this.taking = taking;
        this.asking = asking;
        this.requests = requests;
        this.stopping = stopping;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    private record Asked(long batchNo, Object request) {}

    /** The latest first, and a bank sees its own; {@code before} is the last number of the page before. */
    @GET
    @Path("debit-batches")
    public List<DebitBatch> list(
            @QueryParam("from") @DefaultValue("2000-01-01") LocalDate from,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        caller.mustBe(TAX, BANK);
        return book.of(caller.department() == BANK ? caller.area() : "%", from, before, limit);
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

    /** 2102, in any encoding that its declaration names, of the batch or of a part of it: at most 16 MB, some 70,000 rows. */
    @POST
    @Path("debit-batches/{no}/answers")
    @Consumes({MediaType.APPLICATION_XML, MediaType.APPLICATION_OCTET_STREAM})
    @ResponseStatus(201)
    public Taken answer(@HeaderParam("Idempotency-Key") String key, @PathParam("no") long no, byte @NotNull [] answer) {
        DebitBatch batch = ofCaller(no, BANK);
        return idempotency.onceOnAnyDate(
                "debit-answer",
                key,
                new Asked(no, sha256(answer)),
                Taken.class,
                () -> taking.take(batch, AnswerFile.read(answer)));
    }

    /** 1123 in GB18030: which lines the bank is asked to stop, since their claims were paid otherwise. */
    @GET
    @Path("debit-stops")
    @Produces("application/xml; charset=GB18030")
    public byte[] stops() {
        return requests(Ask.STOP);
    }

    /** 2123. */
    @POST
    @Path("debit-stops")
    @Consumes({MediaType.APPLICATION_XML, MediaType.APPLICATION_OCTET_STREAM})
    @ResponseStatus(201)
    public Made stopped(@HeaderParam("Idempotency-Key") String key, byte @NotNull [] reply) {
        return replied("debit-stop", key, reply, ReplyFile::stops, stopping::stop);
    }

    /** 1021 in GB18030: which debits the bank is asked to give back before the money goes to the treasury. */
    @GET
    @Path("debit-reversals")
    @Produces("application/xml; charset=GB18030")
    public byte[] reversals() {
        return requests(Ask.REVERSE);
    }

    /** 2021. */
    @POST
    @Path("debit-reversals")
    @Consumes({MediaType.APPLICATION_XML, MediaType.APPLICATION_OCTET_STREAM})
    @ResponseStatus(201)
    public Made reversed(@HeaderParam("Idempotency-Key") String key, byte @NotNull [] reply) {
        return replied("debit-reversal", key, reply, ReplyFile::reversals, stopping::reverse);
    }

    private byte[] requests(Ask ask) {
        caller.mustBe(BANK);
        return requests.write(asking.questions(caller.area(), ask, MOST));
    }

    private Made replied(
            String what,
            String key,
            byte[] reply,
            Function<byte[], ReplyFile> reading,
            BiFunction<DebitBatch, Map<Integer, Boolean>, Made> making) {
        caller.mustBe(BANK);
        return idempotency.onceOnAnyDate(
                what, key, sha256(reply), Made.class, () -> reading.apply(reply).done().entrySet().stream()
                        .map(batch -> making.apply(ofCaller(batch.getKey(), BANK), batch.getValue()))
                        .reduce(new Made(0, 0, 0), Made::plus));
    }

    /** What the bank still has to answer, is asked to stop or to give back; after the last line of the page before. */
    @GET
    @Path("debit-questions")
    public List<Question> questions(
            @QueryParam("after-batch") @DefaultValue("0") long afterBatch,
            @QueryParam("after-line") @DefaultValue("0") int afterLine,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(MOST) int limit) {
        caller.mustBe(BANK);
        return asking.questions(caller.area(), afterBatch, afterLine, limit);
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
