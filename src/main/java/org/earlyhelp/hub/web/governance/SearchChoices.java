package org.earlyhelp.hub.web.governance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.LogFilter.Standing;
import org.earlyhelp.hub.sharing.audit.LogSearch;
import org.earlyhelp.hub.sharing.audit.LogSearch.Name;
import org.springframework.stereotype.Component;

/** What the log can be filtered by: codes as an address carries them, with their words, in the order offered. */
@Component
class SearchChoices {
    private final LogSearch search;
    private final AgreementBook book;

    SearchChoices(LogSearch search, AgreementBook book) {
        this.search = search;
        this.book = book;
    }

    public Map<String, String> recipients() {
        return same(search.names(Name.RECIPIENT));
    }

    /** Agencies whose data some entry is about, by the names of today's agreements. */
    public Map<String, String> agencies() {
        Map<String, String> agencies = new LinkedHashMap<>();
        search.names(Name.SOURCE).forEach(id -> agencies.put(id, ActWords.agency(id, book.agreementOf(id).map(Agreement::name).orElse(id))));
        return agencies;
    }

    public Map<String, String> bases() {
        return same(search.names(Name.BASIS));
    }

    /** By {@link AccountCode}. */
    public Map<String, String> accounts() {
        Map<String, String> accounts = new LinkedHashMap<>();
        search.names(Name.WHO).forEach(account -> accounts.put(AccountCode.of(account), account));
        return accounts;
    }

    public Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (ActKind kind : ActKind.values()) {
            kinds.put(kind.name(), ActWords.of(kind));
        }
        return kinds;
    }

    public Map<String, String> decisions() {
        Map<String, String> decisions = new LinkedHashMap<>();
        for (Decided decided : Decided.values()) {
            decisions.put(decided.name(), ActWords.of(decided));
        }
        return decisions;
    }

    public Map<String, String> standings() {
        Map<String, String> standings = new LinkedHashMap<>();
        standings.put(Standing.IN_FORCE.name(), "In force");
        standings.put(Standing.GRACE.name(), "Ended, in its days of grace");
        standings.put(Standing.NONE.name(), "No agreement in force");
        return standings;
    }

    private static Map<String, String> same(List<String> names) {
        Map<String, String> choices = new LinkedHashMap<>();
        names.forEach(name -> choices.put(name, name));
        return choices;
    }
}
