package org.earlyhelp.hub.web.governance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How an address names an account: account names are people's names, and addresses end up in histories and logs. */
final class AccountCode {
    private static final int BYTES = 6;

    private AccountCode() {
    }

    /** Twelve hexadecimal digits, the same for the same account. */
    static String of(String account) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
