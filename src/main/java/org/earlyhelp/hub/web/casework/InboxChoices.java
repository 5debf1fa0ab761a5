package org.earlyhelp.hub.web.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.rules.Localities;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.stereotype.Component;

/** What the inbox can be filtered by: codes with their words, in the order offered. */
@Component
class InboxChoices {
    private final RuleBook rules;
    private final AgreementBook book;

    InboxChoices(RuleBook rules, AgreementBook book) {
        this.rules = rules;
        this.book = book;
    }

    public Map<String, String> queues() {
        return ordered("first-contact", "First contact", "early-help", "Early help");
    }

    public Map<String, String> levels() {
        return ordered("4", "Level 4", "3", "Level 3", "2", "Level 2");
    }

    public Map<String, String> states() {
        return ordered("raised", "To acknowledge", "acknowledged", "To decide");
    }

    public Map<String, String> owners() {
        return ordered("me", "Mine", "others", "Somebody else's", "nobody", "Nobody's yet");
    }

    /** Codes of localities as alerts carry them. */
    List<String> localities() {
        Stream<String> declared = rules.rules().stream().flatMap(read -> read.localities().byPostcodeStart().values().stream()).distinct().sorted();
        return Stream.concat(declared, Stream.of(Localities.OUT_OF_AREA, Localities.UNKNOWN, Localities.WITHHELD)).toList();
    }

    public Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        localities().forEach(id -> places.put(id, AlertWords.locality(id)));
        return places;
    }

    public Map<String, String> agencies() {
        Map<String, String> agencies = new LinkedHashMap<>();
        book.agreements().stream().sorted(java.util.Comparator.comparing(Agreement::name)).forEach(agreement -> agencies.put(agreement.agency(), agreement.name()));
        return agencies;
    }

    private static Map<String, String> ordered(String... codesAndWords) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < codesAndWords.length; i += 2) {
            choices.put(codesAndWords[i], codesAndWords[i + 1]);
        }
        return choices;
    }
}
