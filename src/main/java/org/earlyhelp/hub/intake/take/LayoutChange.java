package org.earlyhelp.hub.intake.take;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.page.ShortText;

/** Says what became of the columns of a feed since the file before. Order counts for nothing. Pure; used once. */
final class LayoutChange {
    static final String CODE = "LAYOUT_CHANGED";
    /** So many changes are told; more are one sentence. */
    static final int TOLD_LIMIT = 20;
    private static final int NAME_LIMIT_CHARACTERS = 100;

    private final List<String> before;
    private final List<String> now;
    private final String since;
    private final Predicate<String> isRead;
    private final List<DeliveryError> told = new ArrayList<>();

    private LayoutChange(List<String> before, List<String> now, String since, Predicate<String> isRead) {
        this.before = List.copyOf(new LinkedHashSet<>(before));
        this.now = List.copyOf(new LinkedHashSet<>(now));
        this.since = since;
        this.isRead = isRead;
    }

    /**
     * The warnings for a receipt. None where the first line has less than half of the names: then it is perhaps no header but
     * somebody's data, and is repeated nowhere.
     *
     * @param since  the day of the file before, in words
     * @param isRead whether the layout reads a column of that name
     */
    static List<DeliveryError> between(List<String> before, List<String> now, String since, Predicate<String> isRead) {
        return new LayoutChange(before, now, since, isRead).all();
    }

    private List<DeliveryError> all() {
        if (before.isEmpty() || before.stream().filter(now::contains).count() * 2 < before.size()) {
            return List.of();
        }
        Set<String> fresh = new LinkedHashSet<>(now);
        before.forEach(fresh::remove);
        List<String> gone = before.stream().filter(name -> !now.contains(name)).toList();
        for (String name : gone) {
            Optional<String> successor = fresh.stream().filter(other -> isSuccessor(name, other, gone.size(), fresh.size())).findFirst();
            successor.ifPresentOrElse(other -> renamed(name, other), () -> tell(name, "is no longer sent", isRead.test(name) ? "Send it again if it was left out by mistake." : null));
            successor.ifPresent(fresh::remove);
        }
        fresh.forEach(name -> tell(name, "is new" + (isRead.test(name) ? "" : "; the hub does not read it"), null));
        return told.size() <= TOLD_LIMIT ? told : told.subList(0, TOLD_LIMIT);
    }

    private boolean isSuccessor(String name, String other, int gone, int fresh) {
        return plain(name).equals(plain(other)) || gone == 1 && fresh == 1 || placeOf(before, name).equals(placeOf(now, other));
    }

    /** The neighbours of a column, by which it is known under another name. */
    private static List<String> placeOf(List<String> columns, String name) {
        int at = columns.indexOf(name);
        return List.of(at == 0 ? "" : columns.get(at - 1), at == columns.size() - 1 ? "" : columns.get(at + 1));
    }

    private void renamed(String name, String other) {
        tell(name, "is now \"" + cut(other) + "\"", isRead.test(other) ? "Nothing to do: the layout knows the new name." : isRead.test(name)
                ? "Send it as \"" + cut(name) + "\" again, or ask the hub's operator to add the new name to the layout." : null);
    }

    private void tell(String name, String what, String fix) {
        told.add(new DeliveryError(1, 0, cut(name), CODE, true, "Since the file of " + since + " the column \"" + cut(name) + "\" " + what + ".", fix));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String cut(String name) {
        return ShortText.of(name, NAME_LIMIT_CHARACTERS);
    }
}
