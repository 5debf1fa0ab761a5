package org.earlyhelp.hub.sharing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the feeds of an agreement: in which layout, since when, how wrapped and how often files come. */
final class AgreementFeedReader {
    private final AgreementFields fields;

    AgreementFeedReader(AgreementFields fields) {
        this.fields = fields;
    }

    /** The agency's feeds by name. */
    SortedMap<String, Agreement.Feed> feeds() {
        SortedMap<String, Agreement.Feed> feeds = new TreeMap<>();
        fields.root().path("feeds").properties().forEach(entry -> {
            JsonNode feed = entry.getValue();
            boolean shadow = feed.path("live").asString().equals("shadow");
            LocalDate liveFrom = shadow ? null : fields.date("/feeds/" + entry.getKey() + "/live");
            feeds.put(entry.getKey(), new Agreement.Feed(feed.path("mapping").asString(), liveFrom,
                    Agreement.Lane.valueOf(feed.path("lane").asString().toUpperCase(Locale.ROOT)), feed.path("paused").asBoolean(false),
                    form(entry.getKey()), feed.has("expected") ? expected("/feeds/" + entry.getKey() + "/expected") : null));
        });
        return feeds;
    }

    private FileForm form(String feed) {
        String pointer = "/feeds/" + feed + "/files";
        JsonNode files = fields.root().at(pointer);
        List<String> signers = new ArrayList<>();
        files.path("signedBy").forEach(key -> {
            if (!SignerKeys.isKey(key.asString())) {
                fields.fault(pointer + "/signedBy/" + signers.size(), "is no armoured PGP public key; write it as a block of text, from BEGIN to END");
            }
            signers.add(key.asString());
        });
        FileForm.Pgp pgp = files.has("pgp") ? FileForm.Pgp.valueOf(files.path("pgp").asString().toUpperCase(Locale.ROOT)) : FileForm.Pgp.NO;
        if (!signers.isEmpty() && pgp != FileForm.Pgp.REQUIRED) {
            fields.fault(pointer + "/signedBy", "a signature is asked for, so pgp must be required: a plain file has none");
        }
        boolean checksum = files.path("checksum").asBoolean(false);
        if (checksum && Agreement.FEEDS_OF_HARM.contains(feed)) {
            fields.fault(pointer + "/checksum", "news of a child in danger must not wait for a checksum; take it out for " + feed);
        }
        return new FileForm(files.path("zip").asBoolean(false), pgp, signers, checksum);
    }

    /** The schema has seen to the form, and to what each rhythm needs. */
    private Expectation expected(String pointer) {
        JsonNode expected = fields.root().at(pointer);
        Expectation.Rhythm rhythm = Expectation.Rhythm.named(expected.path("rhythm").asString());
        LocalTime by = expected.has("by") ? LocalTime.parse(expected.path("by").asString()) : null;
        if (rhythm == Expectation.Rhythm.NIGHTLY && !by.isBefore(LocalTime.NOON)) {
            fields.fault(pointer + "/by", "a nightly file is expected before noon");
        }
        DayOfWeek on = expected.has("on") ? DayOfWeek.valueOf(expected.path("on").asString()) : null;
        Duration grace = expected.has("grace") ? Duration.parse(expected.path("grace").asString()) : Expectation.DEFAULT_GRACE;
        Period silentAfter = expected.has("silentAfter") ? Period.parse(expected.path("silentAfter").asString()) : null;
        return new Expectation(rhythm, by, on, grace, silentAfter, expected.path("shrunken").asDouble(Expectation.DEFAULT_SHRUNKEN), expected.path("swollen").asDouble(Expectation.DEFAULT_SWOLLEN));
    }
}
