package org.earlyhelp.hub.identity.mirror;

import java.util.List;
import java.util.Map;

/** {@code mirror.v1}: a mirror for machines. {@code matchPercent} is empty below {@link FeedMirror#LEAST_PEOPLE} people. */
record MirrorFile(String schema, String account, String month, List<Feed> feeds) {
    record Feed(String feed, long files, Map<String, Long> stages, long records, long accepted, long unchanged, long rejected, long warnings,
                double refusedPercent, Map<String, Integer> matchPercent, Map<String, Long> codes) {
    }

    static MirrorFile of(MonthMirror mirror) {
        return new MirrorFile("mirror.v1", mirror.account().toString(), mirror.month().toString(), mirror.feeds().stream().map(MirrorFile::feed).toList());
    }

    private static Feed feed(FeedMirror feed) {
        return new Feed(feed.feed(), feed.files(), feed.stages(), feed.counts().records(), feed.counts().accepted(), feed.counts().unchanged(), feed.counts().rejected(),
                feed.counts().warnings(), feed.refusedPercent(), feed.matchPercents(), feed.codes());
    }
}
