package org.earlyhelp.hub.intake;

/**
 * The name with which somebody signs in to SFTP, and of the home behind it: an agency's id, or {@code agency.sender} for one
 * of several senders under its agreement. No agency's id has a dot, so that none can pass for the other.
 *
 * @param sender null for the agency itself
 */
public record AccountName(String agency, String sender) {
    private static final char DOT = '.';

    /** Reads a name; any text is one, known or not. */
    public static AccountName parse(String name) {
        int dot = name.indexOf(DOT);
        return dot < 0 ? new AccountName(name, null) : new AccountName(name.substring(0, dot), name.substring(dot + 1));
    }

    @Override
    public String toString() {
        return sender == null ? agency : agency + DOT + sender;
    }
}
