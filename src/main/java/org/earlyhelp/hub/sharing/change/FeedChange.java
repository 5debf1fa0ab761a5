package org.earlyhelp.hub.sharing.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.sharing.Agreement;

/** Says in words what a change of an agreement makes of one feed. Pure. */
final class FeedChange {
    private FeedChange() {
    }

    /** As one sentence; the two must differ. */
    static String words(String name, Agreement.Feed was, Agreement.Feed is) {
        List<String> parts = new ArrayList<>();
        addIfOther(parts, "is read by ", was.mapping(), is.mapping());
        addIfOther(parts, "", live(was), live(is));
        addIfOther(parts, "is ", was.lane().name().toLowerCase(Locale.ROOT), is.lane().name().toLowerCase(Locale.ROOT));
        if (was.paused() != is.paused()) {
            parts.add(is.paused() ? "is paused: its files are held" : "goes on: its held files are taken");
        }
        addIfOther(parts, "has files that come ", was.form().inWords(), is.form().inWords());
        if (!was.form().signers().equals(is.form().signers())) {
            parts.add("is signed by other keys than before");
        }
        addIfOther(parts, "is expected ", expected(was), expected(is));
        return "The feed " + name + " " + String.join(", ", parts) + ".";
    }

    private static String live(Agreement.Feed feed) {
        return feed.liveFrom() == null ? "raises no alerts (shadow)" : "raises alerts from " + feed.liveFrom();
    }

    private static String expected(Agreement.Feed feed) {
        return feed.expected() == null ? "at no stated time" : feed.expected().words();
    }

    private static void addIfOther(List<String> parts, String verb, String was, String is) {
        if (!was.equals(is)) {
            parts.add(verb + is + " instead of " + was);
        }
    }
}
