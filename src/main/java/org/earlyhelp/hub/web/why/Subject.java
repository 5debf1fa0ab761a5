package org.earlyhelp.hub.web.why;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be asked about, as a person writes it. */
public sealed interface Subject {
    /** A receipt, R-20261122-7F3KQ2. */
    record Receipt(String ref) implements Subject {
    }

    /** The newest file of that name in a feed. */
    record FileName(String agency, String feed, String name) implements Subject {
    }

    /** A record, agency/feed/id@version. */
    record Record(String agency, String feed, String ref, int version) implements Subject {
    }

    /** A person, P-7F3KQ2MX. */
    record Person(String ref) implements Subject {
    }

    /** A family, F-7F3KQ2MX. */
    record Family(String ref) implements Subject {
    }

    /** An alert, A-2026-000123. */
    record Alert(String ref) implements Subject {
    }

    /** Most characters of a reference. */
    int LIMIT_CHARACTERS = 300;
    /** As {@link Receipt}. */
    Pattern RECEIPT = Pattern.compile("R-\\d{8}-[0-9A-Z]{6}");
    /** As {@link Person}. */
    Pattern PERSON = Pattern.compile("P-[0-9A-Z]{6,12}");
    /** As {@link Family}. */
    Pattern FAMILY = Pattern.compile("F-[0-9A-Z]{6,12}");
    /** As {@link Alert}. */
    Pattern ALERT = Pattern.compile("A-\\d{4}-\\d{6,}");
    /** Agency, feed, id and version of a {@link Record}. */
    Pattern RECORD = Pattern.compile("([a-z0-9-]+)/([a-z0-9-]+)/([0-9A-HJKMNP-TV-Z]{26})@(\\d{1,9})");
    /** Agency, feed and name of a {@link FileName}. */
    Pattern FILE = Pattern.compile("([a-z0-9-]+)/([a-z0-9-]+)/([^/\\p{Cntrl}]+)");

    /** Empty when it is no reference that the hub gives. */
    static Optional<Subject> parse(String text) {
        String ref = text.strip();
        if (ref.length() > LIMIT_CHARACTERS) {
            return Optional.empty();
        }
        if (RECEIPT.matcher(ref).matches()) {
            return Optional.of(new Receipt(ref));
        }
        if (PERSON.matcher(ref).matches()) {
            return Optional.of(new Person(ref));
        }
        if (FAMILY.matcher(ref).matches()) {
            return Optional.of(new Family(ref));
        }
        if (ALERT.matcher(ref).matches()) {
            return Optional.of(new Alert(ref));
        }
        Matcher record = RECORD.matcher(ref);
        if (record.matches()) {
            return Optional.of(new Record(record.group(1), record.group(2), record.group(3), Integer.parseInt(record.group(4))));
        }
        Matcher file = FILE.matcher(ref);
        return file.matches() ? Optional.of(new FileName(file.group(1), file.group(2), file.group(3))) : Optional.empty();
    }

    /** Whether an answer tells something of a person, so that whoever asks says who they are and why. */
    default boolean isOfPeople() {
        return !(this instanceof Receipt || this instanceof FileName);
    }
}
