package org.earlyhelp.hub.sharing;

import java.util.List;

/**
 * How the files of a feed come, beside their layout.
 *
 * @param zip      whether a file may come zipped, alone in its zip
 * @param pgp      whether a file may or must be encrypted for the hub
 * @param signers  armoured public keys of which one must have signed every encrypted file; empty = signatures are not looked at
 * @param checksum whether every file comes with {@code NAME.sha256} and waits for it
 */
public record FileForm(boolean zip, Pgp pgp, List<String> signers, boolean checksum) {
    /** Files as the layout describes them. */
    public static final FileForm PLAIN = new FileForm(false, Pgp.NO, List.of(), false);

    /** Whether files may or must come encrypted for the hub. */
    public enum Pgp { NO, ALLOWED, REQUIRED }

    public FileForm {
        signers = List.copyOf(signers);
    }

    /** In words, for pages and help. */
    public String inWords() {
        String encrypted = switch (pgp) {
            case NO -> "plain";
            case ALLOWED -> "plain or encrypted with PGP";
            case REQUIRED -> "encrypted with PGP";
        };
        return encrypted + (signers.isEmpty() ? "" : " and signed") + (zip ? ", zipped or not" : "") + (checksum ? ", each with its .sha256" : "");
    }
}
