package org.earlyhelp.hub.sharing;

/**
 * To whom. {@code name} is a queue, a role ({@code front-door}), an agency, an export or the reference of a person's
 * request under their rights; {@code who} the account that asked, null for a machine.
 */
public record Recipient(Kind kind, String name, String who) {
    /** What {@code name} is; SUBJECT is the person whom the data is about. */
    public enum Kind { QUEUE, ROLE, AGENCY, EXPORT, SUBJECT }

    /** A queue of the broker. */
    public static Recipient queue(String name) {
        return new Recipient(Kind.QUEUE, name, null);
    }

    /** A member of the council's staff. */
    public static Recipient role(String role, String account) {
        return new Recipient(Kind.ROLE, role, account);
    }

    /** An agency that sends. */
    public static Recipient agency(String agency) {
        return new Recipient(Kind.AGENCY, agency, null);
    }

    /** A file that an account takes out. */
    public static Recipient export(String name, String account) {
        return new Recipient(Kind.EXPORT, name, account);
    }

    /** Whoever asked under their rights, known by the reference of the request only; {@code account} lets it go. */
    public static Recipient subject(String request, String account) {
        return new Recipient(Kind.SUBJECT, request, account);
    }
}
