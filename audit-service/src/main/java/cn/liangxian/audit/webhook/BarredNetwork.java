package cn.liangxian.audit.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * A network to which nothing is sent: where providers keep the metadata of their machines, and forms of IPv6 behind which an
 * IPv4 address hides that would be refused under its own name.
 *
 * @param bits of its first address that all its addresses share
 */
record BarredNetwork(InetAddress first, int bits) {

    static final List<BarredNetwork> ALL = List.of(
            of("0.0.0.0", 8), // this network
            of("100.64.0.0", 10), // of providers: 100.100.100.200 tells about machines
            of("168.63.129.16", 32), // tells about machines
            of("192.0.0.0", 24), // 192.0.0.192 tells about machines
            of("255.255.255.255", 32),
            of("::", 96), // IPv4 in IPv6
            of("64:ff9b::", 96), // NAT64
            of("64:ff9b:1::", 48), // NAT64 of a site
            of("2002::", 16), // 6to4
            of("fd00:ec2::254", 128), // tells about machines
            of("fd20:ce::254", 128)); // tells about machines

    boolean holds(InetAddress address) {
        int length = address.getAddress().length;
        int host = length * 8 - bits;
        return length == first.getAddress().length
                && new BigInteger(1, address.getAddress())
                        .shiftRight(host)
                        .equals(new BigInteger(1, first.getAddress()).shiftRight(host));
    }

    private static BarredNetwork of(String first, int bits) {
        try {
            return new BarredNetwork(InetAddress.getByName(first), bits);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address needs no name service", e);
        }
    }
}
