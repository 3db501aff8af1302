package cn.liangxian.desk;

import cn.liangxian.rest.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The ways into a desk: its first page, back from the login, and the other language. */
@Path("/desk")
public class DeskResource {

    private static final int YEAR = 365 * 24 * 3600;
    private final Navigation navigation;
    private final Caller caller;

    DeskResource(Navigation navigation, Caller caller) {
        this.navigation = navigation;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Response first() {
        return see("/desk/" + navigation.first(caller.department()).path()).build();
    }

    @GET
    @Path("/signed-in")
    @Operation(hidden = true)
    public Response signedIn() {
        return first();
    }

    /** @param back a path of this desk, and of no other host */
    @GET
    @Path("/language")
    @Operation(hidden = true)
    public Response language(@QueryParam("to") String to, @QueryParam("back") String back) {
        Language chosen = Language.of(to);
        NewCookie cookie = new NewCookie.Builder(Language.COOKIE)
                .value(chosen.name().toLowerCase(java.util.Locale.ROOT))
                .path("/")
                .maxAge(YEAR)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return see(ours(back) ? back : "/desk").cookie(cookie).build();
    }

    private static boolean ours(String back) {
        try {
            return back != null && back.startsWith("/desk/") && new URI(back).getHost() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Response.ResponseBuilder see(String path) {
        return Response.seeOther(URI.create(path));
    }
}
