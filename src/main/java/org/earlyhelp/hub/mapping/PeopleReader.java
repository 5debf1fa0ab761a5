package org.earlyhelp.hub.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Exposure;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;

/** Reads all people of a record, in the order in which the mapping declares their roles. Immutable and thread-safe. */
final class PeopleReader {
    /** More people of one role in one record are a fault: TOO_MANY. */
    static final int PEOPLE_LIMIT = 50;

    private final List<Entry> entries = new ArrayList<>();

    /** One declared role: where its people stand and how each is read. {@code part} "" = the record itself. */
    private record Entry(Role role, String part, PersonReader person, FieldReader<Relationship> relationship,
                         FieldReader<Exposure> exposure, Role addressFrom) {
    }

    /** The people of a record; {@code exposures} go with the CHILD mentions. */
    record People(List<Mention> mentions, List<Exposure> exposures) {
        boolean include(List<Role> anyOf) {
            return mentions.stream().anyMatch(mention -> anyOf.contains(mention.role()));
        }
    }

    PeopleReader(FieldCompiler compiler, Declaration people, Declaration layouts) {
        for (Declaration declared : people.items()) {
            Declaration layout = layouts.at(declared.at("as").text(""));
            if (declared.at("as").exists() && !layout.exists()) {
                compiler.fault(declared.at("as"), "there is no layout \"" + declared.at("as").text("") + "\" under layouts");
            }
            entries.add(entry(compiler, declared, layout));
        }
    }

    /** The sender's own name of where people of the role stand; null when the mapping has none. */
    String fieldOf(Role role) {
        return entries.stream().filter(entry -> entry.role == role).findFirst()
                .map(entry -> entry.part.isEmpty() ? entry.person.nameField() : entry.part).orElse(null);
    }

    boolean has(Role role) {
        return entries.stream().anyMatch(entry -> entry.role == role);
    }

    People read(SourceRecord record, Reading reading) {
        List<Mention> mentions = new ArrayList<>(2);
        List<Exposure> exposures = new ArrayList<>(0);
        Map<Role, Integer> counts = new EnumMap<>(Role.class);
        for (Entry entry : entries) {
            List<SourceRecord> parts = entry.part.isEmpty() ? List.of(record) : record.parts(entry.part);
            if (parts.size() > PEOPLE_LIMIT) {
                reading.reject(entry.part, "TOO_MANY", "More than " + PEOPLE_LIMIT + " people stand here; the record is refused.",
                        "Send each record with the people of one family.");
                continue;
            }
            for (SourceRecord part : parts) {
                add(entry, part, mentions, exposures, counts, reading);
            }
        }
        return new People(mentions, exposures);
    }

    private void add(Entry entry, SourceRecord part, List<Mention> mentions, List<Exposure> exposures, Map<Role, Integer> counts, Reading reading) {
        MentionedPerson person = entry.person.read(part, addressOf(entry.addressFrom, mentions), reading);
        if (person == null) {
            return;
        }
        if (!person.isNamed()) {
            String who = entry.role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            reading.warn(fieldOf(entry.role), "MISSING_FIELD", "A person (" + who + ") has neither name nor reference and is left out.",
                    "Send a name or a reference.");
            reading.note("a person (" + who + ") is mentioned without a name");
            return;
        }
        Relationship relationship = entry.relationship.read(part, reading);
        if (entry.role == Role.CHILD) {
            Exposure exposure = entry.exposure.read(part, reading);
            exposures.add(exposure == null ? Exposure.UNKNOWN : exposure);
        }
        int index = counts.merge(entry.role, 1, Integer::sum) - 1;
        mentions.add(new Mention(entry.role, index, relationship, person));
    }

    private static Address addressOf(Role role, List<Mention> mentions) {
        return role == null ? null : mentions.stream().filter(mention -> mention.role() == role).findFirst()
                .map(mention -> mention.person().address()).orElse(null);
    }

    private Entry entry(FieldCompiler compiler, Declaration declared, Declaration layout) {
        Role role = Role.valueOf(declared.at("role").text("CHILD"));
        String part = declared.at("each").text("");
        if (!part.isEmpty()) {
            compiler.paths(declared.at("each"), FieldCompiler.Scope.RECORD);
        }
        FieldCompiler.Scope scope = new FieldCompiler.Scope(role.name(), part);
        Map<String, Declaration> around = declared.parts();
        Role from = declared.at("addressFrom").exists() ? Role.valueOf(declared.at("addressFrom").text("")) : null;
        if (from != null && !has(from)) {
            compiler.fault(declared.at("addressFrom"), "no entry with the role " + from + " stands before this one");
        }
        return new Entry(role, part, new PersonReader(compiler, scope, layout.partsOverlaidBy(declared.at("fields"))),
                compiler.field(scope, around, "relationship", FieldTypes.enumeration(Relationship.class)),
                compiler.field(scope, around, "exposure", FieldTypes.enumeration(Exposure.class)), from);
    }
}
