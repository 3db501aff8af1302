package cn.liangxian.desk;

import cn.liangxian.rest.Caller;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * A form is taken from those who find its page, and where the county has no such page from nobody, before anything of it is
 * looked at. Who of them may send it is the matter of the page.
 */
public class RefusingOutsiders {

    /** As the class of a page is annotated; an address could be written in other ways. */
    private static final Pattern PAGE = Pattern.compile("/desk/([^/]+).*");

    private final Navigation navigation;
    private final Caller caller;

    RefusingOutsiders(Navigation navigation, Caller caller) {
        this.navigation = navigation;
        this.caller = caller;
    }

    @ServerRequestFilter
    public void filter(ContainerRequestContext request, SimpleResourceInfo resource) {
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        Matcher page = PAGE.matcher(path == null ? "" : path.value());
        if (request.getMethod().equals("POST") && page.matches()) {
            navigation.open(page.group(1), caller.department());
        }
    }
}
