package org.earlyhelp.hub.sharing.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;

/**
 * Whether a change closes a feed by which a child in danger is heard of: takes it out, pauses it, ends it sooner, quietens
 * its alerts, or keeps first contact from seeing what it says. Such a change is two people's decision everywhere. Pure.
 */
final class ClosedFeeds {
    private static final Recipient FIRST_CONTACT = Recipient.queue("frontdoor.first-contact");

    private ClosedFeeds() {
    }

    /** One sentence for each; {@code after} is null when the agreement is taken away, {@code before} when there was none. */
    static List<String> between(Agreement before, Agreement after) {
        List<String> closed = new ArrayList<>();
        if (before != null) {
            before.feeds().forEach((name, feed) -> {
                if (isSafeguarding(name, feed)) {
                    how(name, before, after).ifPresent(words -> closed.add("The safeguarding feed " + name + " " + words + "."));
                }
            });
        }
        return List.copyOf(closed);
    }

    private static boolean isSafeguarding(String name, Agreement.Feed feed) {
        return Agreement.FEEDS_OF_HARM.contains(name) || feed.lane() == Agreement.Lane.URGENT;
    }

    private static Optional<String> how(String name, Agreement before, Agreement after) {
        if (after == null || !after.feeds().containsKey(name)) {
            return Optional.of("is taken out");
        }
        Agreement.Feed was = before.feeds().get(name);
        Agreement.Feed is = after.feeds().get(name);
        if (is.paused() && !was.paused()) {
            return Optional.of("is paused");
        }
        if (after.end().isBefore(before.end())) {
            return Optional.of("ends on " + after.end() + " instead of " + before.end());
        }
        if (was.liveFrom() != null && (is.liveFrom() == null || is.liveFrom().isAfter(was.liveFrom()))) {
            return Optional.of("would raise no alert " + (is.liveFrom() == null ? "any more" : "before " + is.liveFrom()));
        }
        if (was.lane() == Agreement.Lane.URGENT && is.lane() == Agreement.Lane.BULK) {
            return Optional.of("would wait behind bulk loads");
        }
        return firstContactSeesAll(before, after) ? Optional.empty() : Optional.of("would tell first contact less than now");
    }

    private static boolean firstContactSeesAll(Agreement before, Agreement after) {
        Optional<Agreement.Grant> was = before.grantFor(FIRST_CONTACT);
        Optional<Agreement.Grant> is = after.grantFor(FIRST_CONTACT);
        return was.isEmpty() || is.isPresent() && is.get().classes().containsAll(was.get().classes())
                && (is.get().purposes().contains(Purpose.SAFEGUARDING) || !was.get().purposes().contains(Purpose.SAFEGUARDING));
    }
}
