package org.earlyhelp.hub.sharing.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an entry says in the clear, to be searched by. All of it stands in the payload too, from which it is drawn, so
 * that a column that was changed is found out.
 *
 * @param id        ULID
 * @param act       ULID that ties the entries of one act
 * @param at        ISO instant
 * @param person    P- reference or null
 * @param recipient its name; empty when there is none
 * @param agreement {@code id@version}, null when none is in force or none is concerned
 * @param source    agency whose data it is, {@code hub} for what the hub worked out; null when no data is concerned
 * @param basis     the Articles alone, such as {@code 6(1)(e) 9(2)(g)}; null for an act that discloses nothing
 * @param who       account that asked, null for a machine
 * @param standing  of the agreement on the day or {@link #NO_AGREEMENT_IN_FORCE}; null for an act that discloses nothing
 * @param level     1 to 4, null when no alert is behind it
 * @param withheld  how many fields were kept back
 * @param classes   the classes of data let out, in their order with a space between; "" for none
 */
public record EntryColumns(String id, String act, String at, String kind, String person, String recipient, String agreement, String source,
                           String purpose, String basis, String who, String channel, String standing, Integer level, int withheld, String classes) {
    /** Of an entry whose data went out all the same: level 4, or safeguarding. */
    public static final String NO_AGREEMENT_IN_FORCE = "NO_AGREEMENT_IN_FORCE";
    /** Length of {@link #digest}. */
    public static final int DIGEST_BYTES = 16;
    private static final Pattern ARTICLE = Pattern.compile("[0-9]+\\([0-9]+\\)\\([a-z]\\)");

    /** Draws them from the members of a payload; a member that is absent or null is null here. */
    public static EntryColumns of(Map<String, ?> members) {
        String standing = text(members, "agreementStanding");
        Map<?, ?> recipient = members.get("recipient") instanceof Map<?, ?> given ? given : Map.of();
        return new EntryColumns(text(members, "id"), text(members, "act"), text(members, "at"), text(members, "kind"), text(members, "person"),
                recipient.get("name") instanceof String name ? name : "", NO_AGREEMENT_IN_FORCE.equals(standing) ? null : text(members, "agreement"),
                text(members, "source"), text(members, "purpose"), articles(text(members, "article6"), text(members, "article9")), text(recipient, "who"),
                text(members, "channel"), standing, members.get("level") instanceof Number level ? level.intValue() : null,
                members.get("withheld") instanceof Collection<?> withheld ? withheld.size() : 0, classes(members.get("classes")));
    }

    /** What stays in the clear when the entry is erased. */
    public EntryColumns withoutPerson() {
        return new EntryColumns(id, act, at, kind, null, recipient, agreement, source, purpose, basis, who, channel, standing, level, withheld, classes);
    }

    /** 16 bytes that differ when any column differs. */
    public byte[] digest() {
        return Arrays.copyOf(Sha256.of(SharingEntry.canonical(byName()).getBytes(StandardCharsets.UTF_8)), DIGEST_BYTES);
    }

    /** The names, as in the database, of the columns in which the two differ. */
    public List<String> differences(EntryColumns other) {
        Map<String, Object> others = other.byName();
        return byName().entrySet().stream().filter(column -> !Objects.equals(column.getValue(), others.get(column.getKey()))).map(Map.Entry::getKey).toList();
    }

    private Map<String, Object> byName() {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("id", id);
        names.put("act", act);
        names.put("at", at);
        names.put("kind", kind);
        names.put("person", person);
        names.put("recipient", recipient);
        names.put("agreement", agreement);
        names.put("source", source);
        names.put("purpose", purpose);
        names.put("basis", basis);
        names.put("who", who);
        names.put("channel", channel);
        names.put("standing", standing);
        names.put("level", level);
        names.put("withheld", withheld);
        names.put("classes", classes);
        return names;
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    private static String classes(Object given) {
        return given instanceof Collection<?> names ? names.stream().map(String::valueOf).sorted().collect(Collectors.joining(" ")) : "";
    }

    private static String articles(String article6, String article9) {
        String found = ARTICLE.matcher(article6 + " " + article9).results().map(MatchResult::group).collect(Collectors.joining(" "));
        return found.isEmpty() ? null : found;
    }
}
