package org.earlyhelp.hub.web.papers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.mapping.MappedField;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DataClass;
import org.springframework.stereotype.Component;

/** What papers are made from: agreements, mappings and rules as they are in force when the paper is asked for. */
@Component
class PaperSources {
    private final AgreementBook agreements;
    private final MappingBook mappings;
    private final RuleBook rules;
    private final HubClock clock;

    PaperSources(AgreementBook agreements, MappingBook mappings, RuleBook rules, HubClock clock) {
        this.agreements = agreements;
        this.mappings = mappings;
        this.rules = rules;
        this.clock = clock;
    }

    Paper paper(String title, List<Paper.Part> parts) {
        Stream<String> agreed = Stream.concat(Stream.of(borough().terms()), agreements().stream()).map(agreement -> agreement.id() + "@" + agreement.version());
        Stream<String> read = mappings.all().stream().map(Mapping::reference);
        return new Paper(title, clock.today(), borough().name(), borough().officer(), parts, Stream.concat(agreed, read).sorted().toList());
    }

    HubClock clock() {
        return clock;
    }

    Borough borough() {
        return agreements.borough();
    }

    /** By agency. */
    List<Agreement> agreements() {
        return agreements.agreements().stream().sorted(java.util.Comparator.comparing(Agreement::agency)).toList();
    }

    Optional<Agreement> agreementOf(String agency) {
        return agreements.agreementOf(agency);
    }

    Optional<Rules> rules() {
        return rules.rules();
    }

    /** The fields that the agency's feeds bring, of all its layouts. */
    List<MappedField> fieldsOf(Agreement agreement) {
        return agreement.feeds().values().stream().map(Agreement.Feed::mapping).distinct().flatMap(id -> mappings.find(id).stream())
                .flatMap(mapping -> mapping.fields().stream()).toList();
    }

    /** The classes that the agency's feeds bring. A class that a mapping names and agreements do not know is left out. */
    Set<DataClass> classesOf(Agreement agreement) {
        Set<DataClass> classes = new TreeSet<>();
        fieldsOf(agreement).forEach(field -> Stream.of(DataClass.values()).filter(known -> known.name().equals(field.dataClass())).forEach(classes::add));
        return classes;
    }

    String titleOf(String mapping) {
        return mappings.find(mapping).map(Mapping::title).orElse(mapping);
    }
}
