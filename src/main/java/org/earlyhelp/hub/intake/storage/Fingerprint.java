package org.earlyhelp.hub.intake.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.TreeMap;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Notice;

/** SHA-256 by which equal content is recognised without comparing it. Parts are closed by a zero byte. Stateless. */
final class Fingerprint {
    private Fingerprint() {
    }

    /** Of all that a notice states. */
    static byte[] of(Notice notice) {
        MessageDigest digest = sha256();
        put(digest, notice.version() + (notice.correction() ? " correction" : ""));
        put(digest, String.valueOf(notice.observedAt()));
        people(digest, notice.mentions());
        put(digest, CanonicalJson.write(notice.fact()));
        new TreeMap<>(notice.freeText()).forEach((name, text) -> {
            put(digest, name);
            put(digest, text);
        });
        notice.notes().forEach(note -> put(digest, note));
        return digest.digest();
    }

    /** Of a pupil: the people and the school, without any mark. */
    static byte[] of(List<Mention> mentions, Fact school) {
        MessageDigest digest = sha256();
        people(digest, mentions);
        put(digest, CanonicalJson.write(school));
        return digest.digest();
    }

    /** Of what one mention says of who somebody is and where: unchanged means that the link stands. */
    static byte[] of(Mention mention) {
        MessageDigest digest = sha256();
        person(digest, mention);
        return digest.digest();
    }

    private static void people(MessageDigest digest, List<Mention> mentions) {
        for (Mention mention : mentions) {
            put(digest, mention.role() + " " + mention.index());
            person(digest, mention);
        }
    }

    private static void person(MessageDigest digest, Mention mention) {
        put(digest, String.valueOf(mention.relationship()));
        put(digest, CanonicalJson.write(mention.person()));
    }

    private static void put(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
