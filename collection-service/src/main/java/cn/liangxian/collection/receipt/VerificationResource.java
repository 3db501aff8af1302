package cn.liangxian.collection.receipt;

import cn.liangxian.desk.Language;
import cn.liangxian.desk.Words;
import cn.liangxian.rest.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Open to everybody who holds a document: whether it is ours, and what it is worth now. Names are masked. Programs read JSON; who
 * follows the address or the square code on the document reads a page in both languages.
 */
@Path("/verification")
@Blocking
public class VerificationResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    private final IssuingReceipt issuing;
    private final Template template;
    private final Words words;

    VerificationResource(IssuingReceipt issuing, @Location("collection/verification") Template template, Words words) {
        this.issuing = issuing;
        this.template = template;
        this.words = words;
    }

    @GET
    @Path("/{number}/{code}")
    @Produces(MediaType.APPLICATION_JSON)
    public Receipt verify(@PathParam("number") String number, @PathParam("code") String code) {
        return find(number, code).orElseThrow(() -> new Problem(ReceiptProblem.NOT_CONFIRMED, null));
    }

    /** The form, and the answer below it when it was filled in. */
    @GET
    @Produces(HTML)
    @Operation(hidden = true)
    public Response form(
            @QueryParam("number") @DefaultValue("") String number, @QueryParam("code") @DefaultValue("") String code) {
        return page(number, code);
    }

    private Optional<Receipt> find(String number, String code) {
        return issuing.verify(number.strip(), code.strip().toUpperCase(Locale.ROOT));
    }

    private Response page(String number, String code) {
        boolean asked = !number.isBlank() || !code.isBlank();
        Receipt found = asked ? find(number, code).orElse(null) : null;
        TemplateInstance page = template.data("w", words.in(Language.ZH))
                .data("english", words.in(Language.EN))
                .data("asked", asked)
                .data("number", number.strip())
                .data("code", code.strip())
                .data("found", found);
        if (found != null) {
            page.data("kind", words.in(Language.ZH).get("receiptKind_" + found.kind()))
                    .data("kindEn", words.in(Language.EN).get("receiptKind_" + found.kind()))
                    .data("state", words.in(Language.ZH).get("receiptState_" + found.state()))
                    .data("stateEn", words.in(Language.EN).get("receiptState_" + found.state()))
                    .data("total", found.total().amount())
                    .data("look", found.state() == Receipt.State.VALID ? "done" : "late");
        }
        return Response.status(asked && found == null ? Response.Status.NOT_FOUND : Response.Status.OK)
                .entity(page.render())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .build();
    }
}
