package org.earlyhelp.hub.web.account;

import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.mirror.FeedMirror;
import org.earlyhelp.hub.identity.mirror.MatchWords;

/** How one feed fared in a month, in words. */
record MirrorLine(String feed, long files, long records, double refusedPercent, long warnings, String people, String codes) {
    private static final int CODES_SHOWN = 5;

    static MirrorLine of(FeedMirror feed) {
        String people = feed.matchPercents().entrySet().stream().map(share -> "about " + share.getValue() + "% " + MatchWords.of(share.getKey())).collect(Collectors.joining(", "));
        String codes = feed.codes().entrySet().stream().limit(CODES_SHOWN).map(code -> code.getKey() + " " + code.getValue()).collect(Collectors.joining(", "));
        return new MirrorLine(feed.feed(), feed.files(), feed.counts().records(), feed.refusedPercent(), feed.counts().warnings(),
                people.isEmpty() ? "too few for a share" : people, codes.isEmpty() ? "–" : codes);
    }
}
