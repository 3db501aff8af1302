package cn.liangxian.audit.webhook;

import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the service may be made to send something: http or https to a host that is not this machine, not link-local (where
 * clouds keep their metadata) and not many at once. Private networks are let through, agencies have no other.
 */
@ApplicationScoped
class Destination {

    private static final int LONGEST = 500;
    private final boolean loopback;

    Destination(@ConfigProperty(name = "liangxian.webhooks.loopback", defaultValue = "false") boolean loopback) {
        this.loopback = loopback;
    }

    /**
     * Asked again before every sending: a name may lead elsewhere than when it was subscribed. Java keeps an answer of the
     * name service for 30 s, so that the address looked at is the one connected to.
     *
     * @throws Problem 422 when nothing may be sent there
     */
    URI checked(String text) {
        URI uri = parsed(text);
        try {
            for (InetAddress address : InetAddress.getAllByName(bare(uri.getHost()))) {
                if (address.isLoopbackAddress() ? !loopback : barred(address)) {
                    throw refused(
                            address.isLoopbackAddress()
                                    ? new Text("主机为本机", "host is this machine")
                                    : new Text("主机不是普通主机", "host is not a plain host"));
                }
            }
        } catch (UnknownHostException e) {
            throw refused(new Text("主机不存在", "host is unknown"));
        }
        return uri;
    }

    private static boolean barred(InetAddress address) {
        return address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress();
    }

    private static URI parsed(String text) {
        if (text == null || text.length() > LONGEST) {
            throw refused(new Text("须为1至" + LONGEST + "个字符", "1 to " + LONGEST + " characters"));
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw refused(new Text("不是有效网址", "not a URL: " + e.getReason()));
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(new Text("仅限 http 和 https", "only http and https"));
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw refused(new Text("须有主机名，且不得含用户信息或片段", "a host, and neither user nor fragment"));
        }
        return uri;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Problem refused(Text why) {
        return new Problem(WebhookProblem.BAD_URL, why).at(null, "url", why);
    }
}
