package org.earlyhelp.hub.web.why;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.need.trial.FamilyReasons;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.web.why.storage.AlertFacts;
import org.earlyhelp.hub.web.why.storage.DeliveryFacts;
import org.earlyhelp.hub.web.why.storage.PeopleFacts;

/** Tells what happened to whatever has a reference. Only reads; notes nothing, which is for whoever asks to do first. */
public final class WhyTeller {
    private final FileStory files;
    private final PeopleStory people;
    private final AlertStory alerts;
    private final PeopleFacts facts;
    private final WhyNot whyNot;
    private final SpecialistNames names;

    /** {@code now}: the moment as of which reasons are given. */
    public WhyTeller(DataSource database, AgreementBook agreements, Instant now) {
        AlertFacts told = new AlertFacts(database);
        this.facts = new PeopleFacts(database);
        this.whyNot = new WhyNot(facts, told, family -> FamilyReasons.of(database, family, now), agreements::feed, now);
        this.files = new FileStory(new DeliveryFacts(database), told);
        this.people = new PeopleStory(facts, told, whyNot);
        this.alerts = new AlertStory(told);
        this.names = new SpecialistNames(agreements);
    }

    /** Empty when the hub knows nothing by that reference: it never did, or it was erased. */
    public Optional<Story> tell(Subject subject) {
        if (subject instanceof Subject.Receipt receipt) {
            return files.ofReceipt(receipt.ref());
        }
        if (subject instanceof Subject.FileName name) {
            return files.ofName(name);
        }
        return ofPeople(subject).map(story -> facts.isAPlaceHidden(story.people()) ? names.without(story) : story);
    }

    private Optional<Story> ofPeople(Subject subject) {
        if (subject instanceof Subject.Record record) {
            return files.ofRecord(record).map(this::withFamilies);
        }
        if (subject instanceof Subject.Person person) {
            return people.ofPerson(person.ref());
        }
        return subject instanceof Subject.Family family ? people.ofFamily(family.ref()) : alerts.of(((Subject.Alert) subject).ref());
    }

    /** A record's effect is that of its people's families. */
    private Story withFamilies(Story record) {
        Stream<String> families = record.people().stream().map(facts::person).flatMap(Optional::stream).map(PeopleFacts.Person::family).filter(family -> family != null).distinct()
                .map(facts::family).flatMap(Optional::stream).flatMap(family -> whyNot.of(family).stream().map(reason -> family.ref() + ": " + reason));
        return new Story(record.about(), record.steps(), Stream.concat(record.reasons().stream(), families).toList(), record.people());
    }
}
