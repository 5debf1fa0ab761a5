package org.earlyhelp.hub.cli.bench.log;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;

/** Acts about made-up children, a few dozen for each of them, spread over all. */
record MadeUpActs(int entries) {
    private static final int ENTRIES_A_CHILD = 40;

    int children() {
        return Math.max(1, entries / ENTRIES_A_CHILD);
    }

    static String child(int number) {
        return "P-%06d".formatted(number);
    }

    /** The acts from {@code first} on. */
    List<Act> some(int first, int count) {
        return IntStream.range(first, Math.min(first + count, entries)).mapToObj(i -> new Act(ActKind.RECEIVED, child(i % children()), Recipient.role("hub", null), Purpose.EARLY_HELP,
                "avonford-schools", Set.of(DataClass.EDUCATION), Set.of("marks", "month", "school"), Map.of("delivery", "R-20261123-%06d".formatted(i / 1_000)))).toList();
    }
}
