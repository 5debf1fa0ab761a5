package org.earlyhelp.hub.intake;

import java.util.List;
import org.earlyhelp.hub.sharing.AddressRange;
import org.earlyhelp.hub.sharing.DoorTerms;

/**
 * One account of the SFTP server: who it is, its keys as OpenSSH public key lines, the feeds it may drop, from where it may
 * sign in and how much it may send.
 *
 * @param addresses empty for anywhere
 */
public record SftpAccount(AccountName name, List<String> publicKeys, List<String> feeds, List<AddressRange> addresses, DoorTerms.Quota quota) {
    public SftpAccount {
        publicKeys = List.copyOf(publicKeys);
        feeds = List.copyOf(feeds);
        addresses = List.copyOf(addresses);
    }

    /** An agency that may come from anywhere, with the usual quota. */
    public SftpAccount(String agency, List<String> publicKeys, List<String> feeds) {
        this(new AccountName(agency, null), publicKeys, feeds, List.of(), DoorTerms.Quota.USUAL);
    }

    /** The same account, which nobody can sign in to here. */
    public SftpAccount withoutKeys() {
        return new SftpAccount(name, List.of(), feeds, addresses, quota);
    }

    /** The agency for which the account sends. */
    public String agency() {
        return name.agency();
    }

    /** The name of its home, and with which it signs in. */
    public String home() {
        return name.toString();
    }

    /** Whether it may come from that address. */
    public boolean mayComeFrom(String address) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.holds(address));
    }
}
