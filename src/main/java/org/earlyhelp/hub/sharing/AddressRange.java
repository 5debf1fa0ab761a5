package org.earlyhelp.hub.sharing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * A range of network addresses, such as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or one address alone. Immutable.
 *
 * @param text as it was written
 */
public record AddressRange(String text, byte[] network, int prefixBits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int BITS = 8;

    /** Reads a range; asks no name server. What is wrong with it is a sentence. */
    public static Parsed<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytesOf(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return Parsed.bad("BAD_ADDRESS", "it is no address such as 192.0.2.10 and no range such as 192.0.2.0/24");
        }
        int most = address.length * BITS;
        int prefix = slash < 0 ? most : number(text.substring(slash + 1));
        if (prefix < 1 || prefix > most) {
            return Parsed.bad("BAD_ADDRESS", "the number behind the / must be from 1 to " + most);
        }
        return Parsed.good(new AddressRange(text, address, prefix));
    }

    /** Whether an address lies in the range. A text that is no address lies in none; an IPv4 address inside IPv6 counts as IPv4. */
    public boolean holds(String address) {
        byte[] asked = bytesOf(address);
        if (asked == null || asked.length != network.length) {
            return false;
        }
        int whole = prefixBits / BITS;
        int mask = 0xFF << BITS - prefixBits % BITS & 0xFF;
        return Arrays.equals(asked, 0, whole, network, 0, whole) && (mask == 0 || (asked[whole] & mask) == (network[whole] & mask));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && range.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static byte[] bytesOf(String text) {
        try {
            return LITERAL.matcher(text).matches() ? InetAddress.getByName(text).getAddress() : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }
}
