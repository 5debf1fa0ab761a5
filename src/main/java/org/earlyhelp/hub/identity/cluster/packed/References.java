package org.earlyhelp.hub.identity.cluster.packed;

/** References as the describer builds them, without what is said elsewhere: agency, feed and role come again and again. */
final class References {
    private static final int WHOLE = 1;
    private static final int SHORTENED = 2;

    private References() {
    }

    /** A place such as {@code agency|feed|source reference|ROLE}; any other text is written whole. */
    static void writePlace(PackedWriter to, Dictionary dictionary, String place) {
        int feed = place.indexOf('|', place.indexOf('|') + 1);
        int role = place.lastIndexOf('|');
        boolean usual = feed > 0 && role > feed;
        to.oneByte(usual ? SHORTENED : WHOLE);
        if (usual) {
            dictionary.write(to, place.substring(0, feed));
            dictionary.write(to, place.substring(role + 1));
        }
        PackedText.write(to, usual ? place.substring(feed + 1, role) : place);
    }

    static String readPlace(PackedReader from, Dictionary dictionary) {
        if (from.oneByte() == WHOLE) {
            return PackedText.read(from);
        }
        String feed = dictionary.read(from);
        String role = dictionary.read(from);
        return feed + "|" + PackedText.read(from) + "|" + role;
    }

    /** A reference such as {@code agency|own number}; not null. */
    static void writeLocal(PackedWriter to, String agency, String reference) {
        boolean usual = agency != null && reference.startsWith(agency + "|");
        to.oneByte(usual ? SHORTENED : WHOLE);
        PackedText.write(to, usual ? reference.substring(agency.length() + 1) : reference);
    }

    static String readLocal(PackedReader from, String agency) {
        return from.oneByte() == SHORTENED ? agency + "|" + PackedText.read(from) : PackedText.read(from);
    }
}
