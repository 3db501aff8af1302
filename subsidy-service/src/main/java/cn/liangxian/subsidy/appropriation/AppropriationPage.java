package cn.liangxian.subsidy.appropriation;

import cn.liangxian.desk.Typed;
import cn.liangxian.rest.AnyRequestProblem;
import cn.liangxian.rest.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where finance answers an application from its page 拨付; {@link AppropriationResource} has the rules. */
@Path("/desk/funds/application/appropriation")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AppropriationPage {

    private final AppropriationResource appropriations;

    AppropriationPage(AppropriationResource appropriations) {
        this.appropriations = appropriations;
    }

    /** @param amount in yuan */
    @POST
    @Operation(hidden = true)
    public Response appropriate(
            @FormParam("id") UUID id, @FormParam("amount") String amount, @FormParam("key") String key) {
        appropriations.mustAppropriate();
        if (id == null || Typed.text(amount) == null) {
            throw new Problem(AnyRequestProblem.MALFORMED, null);
        }
        appropriations.appropriate(key, new AppropriationResource.Request(id, Typed.yuan(amount)));
        return Response.seeOther(URI.create("/desk/funds/application?id=" + id)).build();
    }
}
