package org.earlyhelp.hub.sharing.log;

import java.util.Map;
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
 */
public record EntryColumns(String id, String act, String at, String kind, String person, String recipient, String agreement, String source,
                           String purpose, String basis, String who, String channel, String standing, Integer level) {
    public static final String NO_AGREEMENT_IN_FORCE = "NO_AGREEMENT_IN_FORCE";
    private static final Pattern ARTICLE = Pattern.compile("[0-9]+\\([0-9]+\\)\\([a-z]\\)");

    /** Draws them from the members of a payload; a member that is absent or null is null here. */
    public static EntryColumns of(Map<String, ?> members) {
        String standing = text(members, "agreementStanding");
        Map<?, ?> recipient = members.get("recipient") instanceof Map<?, ?> given ? given : Map.of();
        return new EntryColumns(text(members, "id"), text(members, "act"), text(members, "at"), text(members, "kind"), text(members, "person"),
                recipient.get("name") instanceof String name ? name : "", NO_AGREEMENT_IN_FORCE.equals(standing) ? null : text(members, "agreement"),
                text(members, "source"), text(members, "purpose"), articles(text(members, "article6"), text(members, "article9")), text(recipient, "who"),
                text(members, "channel"), standing, members.get("level") instanceof Number level ? level.intValue() : null);
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    private static String articles(String article6, String article9) {
        String found = ARTICLE.matcher(article6 + " " + article9).results().map(MatchResult::group).collect(Collectors.joining(" "));
        return found.isEmpty() ? null : found;
    }
}
