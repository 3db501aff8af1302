package cn.liangxian.reconciliation.entitlement;

import cn.liangxian.desk.Typed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where an agency books somebody of the red list from the drawer 补记待遇; {@link EntitlementResource} has the rules. */
@Path("/desk/red-list/booking")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BookingPage {

    private final EntitlementResource entitlements;

    BookingPage(EntitlementResource entitlements) {
        this.entitlements = entitlements;
    }

    @POST
    @Operation(hidden = true)
    public Response book(
            @FormParam("details") String details, @FormParam("person") String person, @FormParam("key") String key) {
        String one = Typed.text(person);
        entitlements.book(key, new Booking(Typed.text(details), one == null ? List.of() : List.of(one)));
        return Response.seeOther(URI.create("/desk/red-list")).build();
    }
}
