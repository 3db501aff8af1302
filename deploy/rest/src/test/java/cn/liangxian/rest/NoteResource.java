package cn.liangxian.rest;

import cn.liangxian.handoff.Department;
import cn.liangxian.handoff.Fen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The smallest resource of the house: who may, for which area, once. */
@Path("/notes")
public class NoteResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final Jdbi jdbi;

    NoteResource(Caller caller, Idempotency idempotency, Jdbi jdbi) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.jdbi = jdbi;
    }

    public record Note(
            @NotBlank @Size(max = 40) String text,
            Fen amount,
            @Pattern(regexp = "\\d{12}") String village,
            @Pattern(regexp = "[A-Z]+-\\d") String number) {

        Note(String text, Fen amount) {
            this(text, amount, null, null);
        }
    }

    public record Notes(@NotEmpty List<@NotNull @Valid Note> notes) {}

    public record Kept(long id, Fen amount) {}

    @GET
    public long count(@QueryParam("area") String area) {
        caller.mustBe(Department.TAX, Department.TOWNSHIP);
        caller.mustCover(area);
        return jdbi.withHandle(h ->
                h.createQuery("select count(*) from note").mapTo(Long.class).one());
    }

    @GET
    @Path("/county")
    public long ofTheCounty() {
        caller.mustCoverCounty();
        return 0;
    }

    /** Found by its area, so that nobody refuses anything: another area's is not there. */
    @GET
    @Path("/of/{area}")
    public String inArea(@PathParam("area") String area) {
        return Optional.of(area)
                .filter(own -> own.startsWith(caller.area()))
                .orElseThrow(() -> new Problem(AnyRequestProblem.NOT_FOUND, null));
    }

    @POST
    @Path("/several")
    public int several(@Valid Notes several) {
        return several.notes().size();
    }

    @POST
    public Kept write(@HeaderParam("Idempotency-Key") String key, @Valid Note note) {
        return idempotency.once("note", key, note, Kept.class, () -> {
            long id = jdbi.withHandle(h -> h.createQuery("insert into note (text) values (?) returning id")
                    .bind(0, note.text())
                    .mapTo(Long.class)
                    .one());
            if (note.text().equals("refuse")) {
                throw new Problem(AnyRequestProblem.MALFORMED, new Text("已拒绝", "refused"))
                        .at(1, "text", new Text("不是这一条", "not this one"));
            }
            return new Kept(id, note.amount());
        });
    }

    /** Ends a note that was written. */
    @POST
    @Path("/{id}/ending")
    public Kept end(@HeaderParam("Idempotency-Key") String key, @PathParam("id") long id) {
        return idempotency.onceOnAnyDate("note-ending", key, id, Kept.class, () -> new Kept(id, null));
    }
}
