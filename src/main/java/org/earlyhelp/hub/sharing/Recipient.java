package org.earlyhelp.hub.sharing;

/**
 * To whom. {@code name} is a queue, a role ({@code front-door}), an agency or an export; {@code who} the account
 * that asked, null for a machine.
 */
public record Recipient(Kind kind, String name, String who) {
    public enum Kind { QUEUE, ROLE, AGENCY, EXPORT }

    public static Recipient queue(String name) {
        return new Recipient(Kind.QUEUE, name, null);
    }

    public static Recipient role(String role, String account) {
        return new Recipient(Kind.ROLE, role, account);
    }

    public static Recipient agency(String agency) {
        return new Recipient(Kind.AGENCY, agency, null);
    }

    public static Recipient export(String name, String account) {
        return new Recipient(Kind.EXPORT, name, account);
    }
}
