package org.earlyhelp.hub.intake.help;

import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.sharing.AddressRange;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.DoorTerms;

/** What a sender needs to know of its account, in plain words. Stateless. */
final class AccountHelp {
    static final String FILE = "account.txt";

    private AccountHelp() {
    }

    static String of(Agreement agreement, AccountName account) {
        DoorTerms door = agreement.door();
        return """
                Early Help Hub: your account %s

                This is not an emergency line. If a child may be in danger now, telephone 999, or the front door of the council.

                Where to write      /in/<feed>/ with feed one of: %s
                Try without effect  /in/test/<feed>/: the same checks and the same receipt, nothing is kept
                Answers             /receipts/: NAME.<receipt>.receipt.txt in words, .receipt.json for machines, .errors.csv with a line a
                                    fault; index.csv lists them; they stay 90 days. mirror-<month>.txt shows how your files fared in a month.
                Layouts             /help/<feed>.txt, with a valid sample beside it

                While you write     A name that ends .part, .tmp or .filepart is left alone until you rename it. A file is taken when it is
                                    closed; a connection that breaks before takes nothing.
                How much            %s files and %s MB in 24 hours. Beyond that, files are refused with a word, until older ones are a day old.
                                    Files of missing-children and domestic-abuse are always taken.
                From where          %s
                %sKeys                Signing in needs an SSH key; there are no passwords. To change a key without a gap: make a new pair, send the
                                    public half (the file that ends .pub, never the other one) to the hub's operator, compare its
                                    fingerprint by telephone, sign in once with it, then ask for the old one to be retired. A lost or
                                    stolen key: ring at once; it is shut in seconds, and sessions that it opened end.
                Failed sign-ins     After 5 failed sign-ins within 15 minutes your account is shut for the address they came from, for
                                    15 minutes. The right key is not let in from there meanwhile.
                """.formatted(account, String.join(", ", agreement.feeds().keySet()), door.quota().files(), door.quota().megabytes(),
                from(door, account), school(door, account));
    }

    private static String from(DoorTerms door, AccountName account) {
        return door.addressesOf(account.sender()).isEmpty() ? "any address"
                : door.addressesOf(account.sender()).stream().map(AddressRange::text).collect(Collectors.joining(", ")) + "; tell the hub's operator before yours changes";
    }

    private static String school(DoorTerms door, AccountName account) {
        DoorTerms.Sender sender = account.sender() == null ? null : door.senders().get(account.sender());
        return sender == null || sender.urn() == null ? "" : "Whose rows          Only rows of the school with URN " + sender.urn() + "; rows of another are refused (OTHER_SCHOOL).\n";
    }
}
