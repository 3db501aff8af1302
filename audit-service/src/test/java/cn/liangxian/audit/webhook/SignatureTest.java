package cn.liangxian.audit.webhook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.liangxian.rest.Problem;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    @Test
    void theSignatureIsThatOfTheSpecificationsExample() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signature.of(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330L,
                        "{\"test\": 2432232314}"));
        assertTrue(Signature.newSecret().matches("whsec_[A-Za-z0-9+/]{43}="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://10.0.0.1/x",
                "file:///etc/passwd",
                "http://127.0.0.1:8081/hook",
                "http://localhost/hook",
                "http://[::1]/hook",
                "http://[::ffff:127.0.0.1]/hook",
                "http://169.254.169.254/latest/meta-data",
                "http://[fe80::1]/hook",
                "http://0.0.0.0/hook",
                "http://2130706433/hook",
                "http://100.100.100.200/latest/meta-data",
                "http://100.64.0.1/hook",
                "http://100.127.255.255/hook",
                "http://168.63.129.16/hook",
                "http://192.0.0.192/hook",
                "http://[64:ff9b::7f00:1]/hook",
                "http://[64:ff9b::a9fe:a9fe]/hook",
                "http://[64:ff9b:1::a9fe:a9fe]/hook",
                "http://[2002:7f00:1::]/hook",
                "http://[::127.0.0.1]/hook",
                "http://[fd00:ec2::254]/hook",
                "http://user:secret@10.0.0.1/hook",
                "http://no-such-host.invalid/hook",
                "http:///hook",
                "not a url"
            })
    void nothingIsSentToThisMachineNorWhereProvidersTellAboutMachinesNorByAnotherProtocol(String url) {
        assertThrows(Problem.class, () -> new Destination(false).checked(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://100.63.255.255/",
                "http://100.128.0.0/",
                "http://[fd00:ec2::253]/",
                "http://[64:ff9c::1]/"
            })
    void whatLiesBesideABarredNetworkIsLetThrough(String url) {
        assertDoesNotThrow(() -> new Destination(false).checked(url));
    }

    @Test
    void noAddressOfThisMachineIsLetThroughNorANameThatLeadsToOne() throws Exception {
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress own : card.inetAddresses().toList()) {
                String host = own instanceof Inet6Address
                        ? "[" + own.getHostAddress().replaceAll("%.*", "") + "]"
                        : own.getHostAddress();
                assertThrows(
                        Problem.class, () -> new Destination(false).checked("http://" + host + ":8080/hook"), host);
                Destination named = new Destination(false, name -> new InetAddress[] {office(), own});
                assertThrows(Problem.class, () -> named.checked("http://agency.invalid/hook"), host);
            }
        }
    }

    @Test
    void whatIsConnectedToIsTheAddressThatWasLookedAt() throws Exception {
        Destination named = new Destination(false, name -> new InetAddress[] {office()});
        assertEquals(office(), named.checked("https://agency.invalid/hook").address());
    }

    private static InetAddress office() throws UnknownHostException {
        return InetAddress.getByName("10.20.30.40");
    }

    @Test
    void theNetworkOfAnOfficeIsLetThroughAndThisMachineOnlyWhereItIsConfigured() {
        assertDoesNotThrow(() -> new Destination(false).checked("http://10.20.30.40:8443/hook?unit=1"));
        assertDoesNotThrow(() -> new Destination(true).checked("http://127.0.0.1:8081/hook"));
        assertThrows(Problem.class, () -> new Destination(true).checked("http://169.254.169.254/"));
    }

    @Test
    void pausesGrowAndAfterTheLastTheEventIsLeft() {
        Patience patience = new Patience(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)), Duration.ofDays(5));
        assertEquals(Duration.ofSeconds(5), patience.pause(1));
        assertEquals(Duration.ofMinutes(5), patience.pause(2));
        assertEquals(Duration.ofMinutes(5), patience.pause(9));
        assertTrue(!patience.leaves(2) && patience.leaves(3));
    }
}
