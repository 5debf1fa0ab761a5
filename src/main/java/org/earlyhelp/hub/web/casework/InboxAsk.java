package org.earlyhelp.hub.web.casework;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.AlertFilter;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;

/**
 * What an address of the inbox asks for: codes only, never a name. What it does not know counts as not asked; "" is any.
 *
 * @param page from 1
 */
record InboxAsk(String queue, String level, String locality, String state, String owner, String agency, int page) {
    static final int ALERTS_A_PAGE = 25;
    private static final int PAGE_LIMIT = 100_000;
    private static final Map<String, AlertQueue> QUEUES = Map.of("early-help", AlertQueue.EARLY_HELP, "first-contact", AlertQueue.FIRST_CONTACT);
    private static final Map<String, AlertStatus> STATES = Map.of("raised", AlertStatus.RAISED, "acknowledged", AlertStatus.ACKNOWLEDGED);
    private static final Map<String, AlertFilter.Owner> OWNERS = Map.of("me", AlertFilter.Owner.ME, "others", AlertFilter.Owner.OTHERS, "nobody", AlertFilter.Owner.NOBODY);
    private static final List<String> LEVELS = List.of("4", "3", "2");

    /** Of the parameters of an address. */
    static InboxAsk of(Map<String, String> asked, List<String> localities, AgreementBook book) {
        return new InboxAsk(known(asked, "queue", QUEUES::containsKey), known(asked, "level", LEVELS::contains), known(asked, "locality", localities::contains),
                known(asked, "state", STATES::containsKey), known(asked, "owner", OWNERS::containsKey), known(asked, "agency", book.agencies()::contains),
                page(asked.getOrDefault("page", "1")));
    }

    /** A specialist's alerts with a hidden place are not found by its name. */
    AlertFilter filter(AgreementBook book) {
        boolean specialist = !agency.isEmpty() && book.agreementOf(agency).map(Agreement::specialist).orElse(false);
        return new AlertFilter(QUEUES.get(queue), level.isEmpty() ? null : Integer.valueOf(level), locality.isEmpty() ? null : locality, STATES.get(state),
                OWNERS.get(owner), agency.isEmpty() ? null : agency, specialist, null);
    }

    public boolean isFiltered() {
        return !parts().isEmpty();
    }

    int offset() {
        return (page - 1) * ALERTS_A_PAGE;
    }

    /** The address of another page of the same list. */
    public String address(int other) {
        Map<String, String> parts = parts();
        if (other > 1) {
            parts.put("page", String.valueOf(other));
        }
        return parts.isEmpty() ? "/inbox" : "/inbox?" + parts.entrySet().stream().map(part -> part.getKey() + "=" + part.getValue()).collect(Collectors.joining("&"));
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        List<String> names = List.of("queue", "level", "locality", "state", "owner", "agency");
        List<String> values = Arrays.asList(queue, level, locality, state, owner, agency);
        for (int i = 0; i < names.size(); i++) {
            if (!values.get(i).isEmpty()) {
                parts.put(names.get(i), values.get(i));
            }
        }
        return parts;
    }

    private static String known(Map<String, String> asked, String name, Predicate<String> known) {
        String value = asked.getOrDefault(name, "");
        return known.test(value) ? value : "";
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,6}") ? Math.max(1, Math.min(PAGE_LIMIT, Integer.parseInt(text))) : 1;
    }
}
