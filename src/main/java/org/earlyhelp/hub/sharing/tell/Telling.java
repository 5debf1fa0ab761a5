package org.earlyhelp.hub.sharing.tell;

import java.time.Instant;
import org.earlyhelp.hub.page.ShortText;

/**
 * One thing to tell over one channel. Names nobody.
 *
 * @param id      ULID, the same at every try: whoever gets it twice can drop the second
 * @param channel the {@link TellingChannel#name()}
 * @param subject one line
 * @param words   plain words, lines parted by {@code \n}
 * @param at      business time of what is told
 */
public record Telling(String id, String channel, String subject, String words, Instant at) {
    /** Most characters of a subject; more are cut. */
    public static final int SUBJECT_LIMIT = 200;
    /** Most characters of the words; more are cut. */
    public static final int WORDS_LIMIT = 4_000;

    public Telling {
        subject = ShortText.of(subject.replaceAll("\\s+", " ").strip(), SUBJECT_LIMIT);
        words = ShortText.of(words.strip(), WORDS_LIMIT);
    }
}
