package cn.liangxian.audit.webhook;

import cn.liangxian.rest.Problem;
import cn.liangxian.rest.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the service may be made to send something: http or https to a host that is neither this machine, by whichever of its
 * addresses, nor in a {@link BarredNetwork}. Private networks are let through, agencies have no other.
 */
@ApplicationScoped
class Destination {

    private static final int LONGEST = 500;
    private final boolean thisMachine;
    private final Names names;

    @Inject
    Destination(@ConfigProperty(name = "liangxian.webhooks.loopback", defaultValue = "false") boolean thisMachine) {
        this(thisMachine, InetAddress::getAllByName);
    }

    Destination(boolean thisMachine, Names names) {
        this.thisMachine = thisMachine;
        this.names = names;
    }

    /** The name service. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** @param address of the host, the one that was looked at: nothing else is to be connected to */
    record Checked(URI uri, InetAddress address) {}

    /**
     * Asked again before every sending: a name may lead elsewhere than when it was subscribed.
     *
     * @throws Problem 422 when nothing may be sent there
     */
    Checked checked(String text) {
        URI uri = parsed(text);
        try {
            InetAddress[] addresses = names.of(bare(uri.getHost()));
            for (InetAddress address : addresses) {
                if (isThisMachine(address) ? !thisMachine : isBarred(address)) {
                    throw refused(
                            isThisMachine(address)
                                    ? new Text("主机为本机", "host is this machine")
                                    : new Text("主机不是普通主机", "host is not a plain host"));
                }
            }
            return new Checked(uri, addresses[0]);
        } catch (UnknownHostException e) {
            throw refused(new Text("主机不存在", "host is unknown"));
        }
    }

    private static boolean isThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            throw refused(new Text("本机地址无法读取", "the addresses of this machine cannot be read"));
        }
    }

    private static boolean isBarred(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || BarredNetwork.ALL.stream().anyMatch(network -> network.holds(address));
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
