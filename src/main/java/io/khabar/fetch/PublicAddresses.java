package io.khabar.fetch;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from those that only mean something near this machine: loopback, private and
 * link-local ones, those of cloud metadata, and whatever else the special-purpose registries of IANA (RFC 6890) do not hold
 * for globally reachable. Of IPv6 only global unicast (2000::/3) is public at all, so that what is assigned later is
 * refused until somebody looks at it. 168.63.129.16 is assigned, but means the platform below to whoever runs on Azure.
 */
public final class PublicAddresses {

    private static final class Range {

        private final byte[] start;
        private final int bits;

        Range(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Range of(String cidr) {
            int slash = cidr.indexOf('/');
            return new Range(
                    InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress(),
                    Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, start, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            return rest == 0 || ((address[whole] ^ start[whole]) & (0xFF << (8 - rest)) & 0xFF) == 0;
        }
    }

    private static final List<Range> NOT_PUBLIC = ranges("""
            0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
            192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
            2001::/23 2001:db8::/32 2002::/16 3fff::/20""");

    private static final Range GLOBAL_UNICAST = Range.of("2000::/3");

    /** How a network without IPv4 reaches it (RFC 6052): the last four octets are the address that is meant. */
    private static final Range NAT64 = Range.of("64:ff9b::/96");

    /** {@code ::ffff:0:0/96}; written in full, as the literal would be read as the IPv4 address itself. */
    private static final Range MAPPED = new Range(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96);

    private PublicAddresses() {}

    private static List<Range> ranges(String cidrs) {
        return Arrays.stream(cidrs.split("\\s+", -1)).map(Range::of).toList();
    }

    /** Whether an address is one of the public internet. */
    public static boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    private static boolean contains(byte[] address) {
        if (address.length == 16) {
            if (NAT64.contains(address) || MAPPED.contains(address)) {
                return contains(Arrays.copyOfRange(address, 12, 16));
            }
            if (!GLOBAL_UNICAST.contains(address)) {
                return false;
            }
        }
        return NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
    }
}
