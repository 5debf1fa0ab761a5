package org.earlyhelp.hub.web.governance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.LogFilter;
import org.earlyhelp.hub.sharing.audit.LogFilter.About;
import org.earlyhelp.hub.sharing.audit.LogPlace;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address of the log asks for: references, codes and days, never a name. A part that makes no sense is a problem
 * to be put right, not "anything": a filter that fell away unseen would show what nobody asked for.
 *
 * @param given    the parts as asked, by field
 * @param after    null for the newest
 * @param problems by field; empty when all makes sense
 */
record SearchAsk(Map<String, String> given, LogFilter filter, LogPlace after, Map<String, String> problems) {
    static final Pattern PERSON = Pattern.compile("P-[0-9A-Z]{6}");
    private static final List<String> FIELDS = List.of("person", "recipient", "agency", "basis", "decision", "kind", "standing", "who", "from", "to");
    private static final int FIELD_LIMIT_CHARACTERS = 120;
    private static final String BEFORE = "before";
    private static final String CHOOSE = "Choose one from the list";

    /** Of the parameters of an address; {@code about} tells which references speak of a person. */
    static SearchAsk of(Map<String, String> asked, Map<String, String> accounts, Function<String, List<About>> about) {
        return new Reader(asked, accounts, about).read();
    }

    public boolean isFiltered() {
        return !given.isEmpty();
    }

    public boolean isRight() {
        return problems.isEmpty();
    }

    /** What was asked in a field; "" for nothing. */
    public String value(String field) {
        return given.getOrDefault(field, "");
    }

    /** The same search elsewhere: another path, or from a place on; {@code after} null for the newest. */
    public String address(String path, LogPlace after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        given.forEach((field, value) -> address.queryParam(field, "{" + field + "}"));
        if (after != null) {
            address.queryParam(BEFORE, after.text());
        }
        return address.encode().buildAndExpand(given).toUriString();
    }

    /** Reads one address. */
    private static final class Reader {
        private final Map<String, String> given = new LinkedHashMap<>();
        private final Map<String, String> problems = new LinkedHashMap<>();
        private final Map<String, String> accounts;
        private final Function<String, List<About>> about;
        private final String before;

        Reader(Map<String, String> asked, Map<String, String> accounts, Function<String, List<About>> about) {
            FIELDS.stream().filter(field -> !asked.getOrDefault(field, "").isBlank()).forEach(field -> given.put(field, asked.get(field).strip()));
            given.computeIfPresent("person", (field, text) -> text.toUpperCase(Locale.ROOT));
            this.before = asked.getOrDefault(BEFORE, "");
            this.accounts = accounts;
            this.about = about;
        }

        SearchAsk read() {
            LogFilter filter = new LogFilter(people(), text("recipient"), text("agency"), text("basis"), one("standing", LogFilter.Standing.values()), account(),
                    one("kind", ActKind.values()), one("decision", Decided.values()), day("from"), day("to"));
            if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
                problems.put("to", "The last day must not be before the first");
            }
            Optional<LogPlace> after = LogPlace.parse(before);
            if (after.isEmpty() && !before.isEmpty()) {
                problems.put(BEFORE, "This is no page of the list: search again");
            }
            return new SearchAsk(given, filter, after.orElse(null), problems);
        }

        private List<About> people() {
            String person = given.get("person");
            if (person == null) {
                return List.of();
            }
            if (PERSON.matcher(person).matches()) {
                return about.apply(person);
            }
            problems.put("person", "A reference looks like P-7Q2MXA");
            given.remove("person");
            return List.of();
        }

        private String text(String field) {
            String text = given.get(field);
            if (text != null && text.length() > FIELD_LIMIT_CHARACTERS) {
                problems.put(field, CHOOSE);
                return null;
            }
            return text;
        }

        private String account() {
            String code = given.get("who");
            if (code != null && !accounts.containsKey(code)) {
                problems.put("who", CHOOSE);
            }
            return code == null ? null : accounts.get(code);
        }

        private <E extends Enum<E>> E one(String field, E[] values) {
            for (E value : values) {
                if (value.name().equals(given.get(field))) {
                    return value;
                }
            }
            if (given.containsKey(field)) {
                problems.put(field, CHOOSE);
            }
            return null;
        }

        private LocalDate day(String field) {
            try {
                return given.containsKey(field) ? LocalDate.parse(given.get(field)) : null;
            } catch (DateTimeException e) {
                problems.put(field, "Enter a real day, such as 2026-11-23");
                return null;
            }
        }
    }
}
