package org.earlyhelp.hub.sharing;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.DeclaredFile;
import tools.jackson.databind.JsonNode;

/** Turns a file that passed its schema into an agreement, or into everything that is wrong with it. Used once per file. */
final class AgreementReader {
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 1);

    /** An agency's page is /agreements/ and its id: these are taken. */
    private static final Set<String> PAGES = Set.of("proposal", "versions", "simulator", "difference");

    private final AgreementFields fields;

    private AgreementReader(DeclaredFile file) {
        this.fields = new AgreementFields(file);
    }

    /** An agency's agreement. */
    static Checked<Agreement> agreement(DeclaredFile file) {
        return new AgreementReader(file).agreement();
    }

    /** The borough's own file. */
    static Checked<Borough> borough(DeclaredFile file) {
        return new AgreementReader(file).borough();
    }

    private Checked<Agreement> agreement() {
        LocalDate start = fields.date("/start");
        LocalDate review = fields.date("/review");
        LocalDate end = fields.date("/end");
        checkOrder(start, review, end);
        checkFileName();
        AgreementDoorReader door = new AgreementDoorReader(fields);
        Agreement agreement = new Agreement(fields.text("/id"), fields.root().path("version").asInt(), fields.text("/agency"), fields.text("/name"), fields.text("/kind"),
                fields.root().path("specialist").asBoolean(false), door.accounts(), new AgreementFeedReader(fields).feeds(), basis(), grants(), start, review, end, retention(), rawFiles(), door.door());
        return fields.checked(agreement);
    }

    private Checked<Borough> borough() {
        Agreement terms = new Agreement(fields.text("/id"), fields.root().path("version").asInt(), Borough.AGENCY, fields.text("/name"), "council", false,
                List.of(), new TreeMap<>(), basis(), grants(), LocalDate.EPOCH, NO_END, NO_END, Map.of());
        return fields.checked(new Borough(fields.text("/borough"), fields.text("/name"), fields.text("/officer"), terms));
    }

    private void checkOrder(LocalDate start, LocalDate review, LocalDate end) {
        if (end.isBefore(start)) {
            fields.fault("/end", "ends before it starts");
        } else if (review.isBefore(start) || review.isAfter(end)) {
            fields.fault("/review", "the review must lie between start and end");
        }
    }

    private void checkFileName() {
        String expected = fields.text("/agency") + ".yaml";
        if (!fields.fileName().equals(expected)) {
            fields.fault("/agency", "the file of this agency must be called " + expected);
        }
        if (fields.text("/agency").equals(Borough.AGENCY)) {
            fields.fault("/agency", "\"" + Borough.AGENCY + "\" stands for the hub itself");
        }
        if (PAGES.contains(fields.text("/agency"))) {
            fields.fault("/agency", "\"" + fields.text("/agency") + "\" is the name of a page of the hub");
        }
    }

    private Agreement.Basis basis() {
        JsonNode basis = fields.root().path("basis");
        List<String> powers = new ArrayList<>();
        basis.path("powers").forEach(power -> powers.add(power.asString()));
        return new Agreement.Basis(fields.text("/basis/purpose"), fields.text("/basis/necessity"), powers, fields.text("/basis/article6"), fields.text("/basis/article9"),
                fields.text("/basis/schedule1"), basis.has("article10") ? fields.text("/basis/article10") : null);
    }

    private List<Agreement.Grant> grants() {
        List<Agreement.Grant> grants = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < fields.root().path("recipients").size(); i++) {
            Agreement.Grant grant = grant(fields.root().path("recipients").path(i));
            if (!named.add(grant.kind() + " " + grant.to())) {
                fields.fault("/recipients/" + i, grant.to() + " is named twice; say all it may see in one place");
            }
            checkClasses(grant, i);
            grants.add(grant);
        }
        return grants;
    }

    private static Agreement.Grant grant(JsonNode recipient) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        recipient.path("purposes").forEach(purpose -> purposes.add(Purpose.valueOf(purpose.asString())));
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        recipient.path("classes").forEach(name -> classes.add(DataClass.valueOf(name.asString())));
        for (Recipient.Kind kind : Recipient.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            if (recipient.has(name)) {
                return new Agreement.Grant(kind, recipient.path(name).asString(), purposes, classes);
            }
        }
        throw new IllegalStateException("the schema lets no recipient without a kind pass");
    }

    private void checkClasses(Agreement.Grant grant, int index) {
        if (grant.kind() == Recipient.Kind.ROLE) {
            return;
        }
        for (DataClass never : NeverLeaves.CLASSES) {
            if (grant.classes().contains(never)) {
                fields.fault("/recipients/" + index + "/classes", never + " never leaves the hub's own pages; take it out for " + grant.to());
            }
        }
    }

    private Period rawFiles() {
        return fields.root().has("rawFiles") ? Period.parse(fields.text("/rawFiles")) : Agreement.RAW_FILES_USUAL;
    }

    private Map<DataClass, Period> retention() {
        Map<DataClass, Period> periods = new EnumMap<>(DataClass.class);
        fields.root().path("retention").properties().forEach(entry ->
                periods.put(DataClass.valueOf(entry.getKey()), Period.parse(entry.getValue().asString())));
        return periods;
    }
}
