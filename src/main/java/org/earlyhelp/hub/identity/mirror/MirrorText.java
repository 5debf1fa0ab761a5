package org.earlyhelp.hub.identity.mirror;

import java.util.Map;
import java.util.stream.Collectors;
import org.earlyhelp.hub.page.PlainTime;

/** A mirror as its agency reads it. Stateless. */
final class MirrorText {
    private static final int CODES_SHOWN = 15;

    private MirrorText() {
    }

    static String of(MonthMirror mirror) {
        StringBuilder text = new StringBuilder();
        text.append("Early Help Hub: how your files fared in ").append(PlainTime.month(mirror.month())).append("\nAccount: ").append(mirror.account()).append('\n');
        mirror.feeds().forEach(feed -> append(text, feed));
        return text.append("""

                Test drops are left out. Shares of people are rounded, and left out below %d people, so that they tell nothing of anyone.
                This is not an emergency line. If a child may be in danger now, telephone 999, or the front door of the council.
                """.formatted(FeedMirror.LEAST_PEOPLE)).toString();
    }

    private static void append(StringBuilder text, FeedMirror feed) {
        text.append("\nFeed ").append(feed.feed()).append('\n');
        text.append("  Files:    ").append(feed.files()).append(" (").append(list(feed.stages())).append(")\n");
        text.append("  Records:  ").append(feed.counts().records()).append("; new or changed ").append(feed.counts().accepted()).append(", already known ")
                .append(feed.counts().unchanged()).append(", refused ").append(feed.counts().rejected()).append(" (").append(feed.refusedPercent()).append("%); warnings ")
                .append(feed.counts().warnings()).append('\n');
        Map<String, Integer> shares = feed.matchPercents();
        text.append("  People:   ").append(shares.isEmpty() ? "too few for a share"
                : shares.entrySet().stream().map(share -> "about " + share.getValue() + "% " + MatchWords.of(share.getKey())).collect(Collectors.joining(", "))).append('\n');
        if (!feed.codes().isEmpty()) {
            text.append("  What was wrong most often:\n");
            feed.codes().entrySet().stream().limit(CODES_SHOWN).forEach(code -> text.append("    ").append(code.getKey()).append(": ").append(code.getValue()).append('\n'));
        }
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream().map(count -> count.getKey() + " " + count.getValue()).collect(Collectors.joining(", "));
    }
}
