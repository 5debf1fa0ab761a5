package org.earlyhelp.hub.intake.foreign;

import java.security.KeyPair;

/**
 * The hub's account for one agency on the foreign server.
 *
 * @param home the agency's folder there, absolute, above {@code in/}, {@code receipts/}, {@code out/} and {@code help/}
 */
public record ForeignAccount(String agency, String user, Credential credential, String home) {
    /** What the hub signs in with; never printed. */
    public sealed interface Credential {
        /** The private half never leaves the hub. */
        record Key(KeyPair pair) implements Credential {
            @Override
            public String toString() {
                return "a key";
            }
        }

        /** For servers that take no key. */
        record Password(String password) implements Credential {
            @Override
            public String toString() {
                return "a password";
            }
        }
    }

    /** The server's path of a place in the agency's home, such as {@code in/missing-children}. */
    String path(String place) {
        return home.equals("/") ? "/" + place : home + "/" + place;
    }
}
