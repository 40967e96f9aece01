package dev.ziffer.server.settings;

import java.net.InetAddress;

/**
 * A range of IP addresses in CIDR notation, such as {@code 10.0.0.0/8}.
 *
 * @param network an address in the range
 * @param prefix how many of its first bits all addresses of the range share
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632#section-3.1">RFC 4632, 3.1</a>
 */
public record AddressRange(InetAddress network, int prefix) {

    private static final String FIX = "write ranges such as 10.0.0.0/8 or fd00::/8, with commas between";

    /** Reads {@code address/prefix}, or one address alone; throws {@link IllegalArgumentException} saying the fix. */
    static AddressRange of(String text) {
        String[] parts = text.split("/", -1);
        try {
            InetAddress network = InetAddress.ofLiteral(parts[0]);
            int bits = network.getAddress().length * 8;
            int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            if (parts.length <= 2 && prefix >= 0 && prefix <= bits) {
                return new AddressRange(network, prefix);
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for a prefix out of bounds.
        }
        throw new IllegalArgumentException(FIX);
    }

    /** Whether the address is of this range's family and shares its first bits. */
    public boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
