package org.earlyhelp.hub.intake.help;

import java.util.Map;
import org.earlyhelp.hub.intake.checksum.ChecksumGate;
import org.earlyhelp.hub.intake.recall.RecallDoor;
import org.earlyhelp.hub.mapping.HelpText;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.FileForm;

/** The page of {@code /help/} on how files are sent, whatever their layout: made from the agency's agreement. Pure. */
final class SendingHelp {
    static final String FILE = "how-to-send.txt";
    static final String KEY_FILE = "hub-public-key.asc";

    private SendingHelp() {
    }

    /** Whether any feed of the agency may come encrypted, so that it needs the hub's key. */
    static boolean needsKey(Agreement agreement) {
        return agreement.feeds().values().stream().anyMatch(feed -> feed.form().pgp() != FileForm.Pgp.NO);
    }

    static String of(Agreement agreement) {
        StringBuilder page = new StringBuilder("How to send files\n=================\n\n").append(HelpText.NOT_EMERGENCY).append("\n\n");
        page.append("""
                Put each file into /in/<feed>/. While it is being written it may bear a name that ends in .part, .tmp or
                .filepart; give it its own name when it is whole. To try a file, put it into /in/test/<feed>/: it is
                checked and answered, and nothing of it is kept. Look for the answer in /receipts/.

                Your feeds
                ----------

                """);
        agreement.feeds().forEach((feed, terms) -> page.append("  ").append(feed).append(": files come ").append(terms.form().inWords())
                .append(". Layout: ").append(feed).append(".txt\n"));
        packed(agreement, page);
        checksums(agreement, page);
        return page.append("""

                A file sent by mistake
                ----------------------

                Put an empty file beside it that is named as the file was, with .recall behind it: for week47.csv that is
                week47.csv.recall. The newest file of that name is undone: what it alone had said is withdrawn, what it had
                changed is again as the other files say, and everyone who had been told is told that it was a mistake. To mean an
                older file of that name, write its receipt number into the .recall file. A file can be recalled for
                %d days. Send it again when it was right after all.
                """.formatted(RecallDoor.LIMIT.getDays())).toString();
    }

    private static void packed(Agreement agreement, StringBuilder page) {
        if (needsKey(agreement)) {
            page.append("""

                    Encrypted files
                    ---------------

                    Encrypt for the key in %s and for no password. With GnuPG:

                      gpg --import %s
                      gpg --encrypt%s --recipient "Early Help Hub, incoming files" --output week47.csv.pgp week47.csv
                    """.formatted(KEY_FILE, KEY_FILE, isSigned(agreement) ? " --sign" : ""));
        }
        if (agreement.feeds().values().stream().anyMatch(feed -> feed.form().zip())) {
            page.append("""

                    Zipped files
                    ------------

                    One file alone in each zip, without a password and without another archive in it. Where a feed is
                    encrypted too, zip first and encrypt the zip.
                    """);
        }
    }

    private static boolean isSigned(Agreement agreement) {
        return agreement.feeds().values().stream().anyMatch(feed -> !feed.form().signers().isEmpty());
    }

    private static void checksums(Agreement agreement, StringBuilder page) {
        for (Map.Entry<String, Agreement.Feed> feed : agreement.feeds().entrySet()) {
            if (feed.getValue().form().checksum()) {
                page.append("""

                        Checksums of %s
                        %s

                        Send week47.csv.sha256 first and then week47.csv. The .sha256 holds what sha256sum says of the file as
                        you send it. A file without one waits %d minutes for it and is then refused.
                        """.formatted(feed.getKey(), "-".repeat(13 + feed.getKey().length()), ChecksumGate.WAIT.toMinutes()));
            }
        }
    }
}
