package org.earlyhelp.hub.need.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import tools.jackson.databind.JsonNode;

/** Puts the files of {@code rules/} together to {@link Rules} and checks what no single file can say. */
public final class RulesReader {
    private final Map<RuleFile, DeclaredFile> files;
    private final List<ConfigFault> faults = new ArrayList<>();

    private RulesReader(Map<RuleFile, DeclaredFile> files) {
        this.files = files;
    }

    /** Reads rules from files that passed their schemas; all of {@link RuleFile} must be there. */
    public static Checked<Rules> read(Map<RuleFile, DeclaredFile> files) {
        return new RulesReader(files).rules();
    }

    /** What is wrong in the files at hand, some of {@link RuleFile} being unreadable; what only the missing ones could tell is left out. */
    public static List<ConfigFault> faultsWithin(Map<RuleFile, DeclaredFile> files) {
        RulesReader reader = new RulesReader(files);
        Optional<Set<String>> concerns = files.containsKey(RuleFile.CONCERNS) ? Optional.of(reader.concerns().keySet()) : Optional.empty();
        files.forEach((file, declared) -> reader.check(file, declared, concerns));
        return List.copyOf(reader.faults);
    }

    private void check(RuleFile file, DeclaredFile declared, Optional<Set<String>> concerns) {
        switch (file) {
            case NEEDS -> new NeedsReader(declared, faults).needs(concerns);
            case LEVELS -> {
                new NeedsReader(declared, faults).harmTests();
                levels(declared);
            }
            case ALERTS -> {
                new AlertsReader(declared, faults).alerts(Optional.empty());
                pathways(declared);
            }
            case LOCALITIES -> localities();
            case SCHOOL_CALENDAR -> calendar();
            case CONCERNS -> { }
        }
    }

    private Checked<Rules> rules() {
        Map<String, String> concerns = concerns();
        DeclaredFile levels = files.get(RuleFile.LEVELS);
        DeclaredFile alerts = files.get(RuleFile.ALERTS);
        List<NeedRule> needs = new NeedsReader(files.get(RuleFile.NEEDS), faults).needs(Optional.of(concerns.keySet()));
        Rules rules = new Rules(needs, new NeedsReader(levels, faults).harmTests(), levels(levels),
                new AlertsReader(alerts, faults).alerts(Optional.of(needs)), pathways(alerts),
                alerts.root().path("register-within-days").asInt(), concerns, localities(), calendar());
        return faults.isEmpty() ? Checked.valid(rules) : Checked.faulty(faults);
    }

    private Map<String, String> concerns() {
        DeclaredFile file = files.get(RuleFile.CONCERNS);
        Map<String, String> concerns = new LinkedHashMap<>();
        JsonNode list = file.root().path("concerns");
        for (int i = 0; i < list.size(); i++) {
            String code = list.get(i).path("code").asString();
            if (concerns.put(code, list.get(i).path("title").asString()) != null) {
                faults.add(file.faultAt("/concerns/" + i + "/code", "the concern " + code + " stands twice"));
            }
        }
        return concerns;
    }

    private Levels levels(DeclaredFile file) {
        JsonNode node = file.root().path("levels");
        Levels levels = new Levels(node.path("level-2-from-groups").asInt(), node.path("level-3-from-groups").asInt(),
                node.path("manager-looks-above-groups").asInt());
        if (levels.threeFromGroups() <= levels.twoFromGroups()) {
            faults.add(file.faultAt("/levels/level-3-from-groups", "level 3 must ask for more groups than level 2"));
        }
        return levels;
    }

    private List<Rules.Pathway> pathways(DeclaredFile file) {
        List<Rules.Pathway> pathways = ConditionReader.ordered(file.root().path("pathways")).stream().map(Rules.Pathway::valueOf).toList();
        if (!pathways.get(pathways.size() - 1).equals(Rules.Pathway.EARLY_HELP_ASSESSMENT)) {
            faults.add(file.faultAt("/pathways", "the last pathway must be EARLY_HELP_ASSESSMENT, so that every family has one"));
        }
        return pathways;
    }

    private Localities localities() {
        DeclaredFile file = files.get(RuleFile.LOCALITIES);
        Map<String, String> starts = new LinkedHashMap<>();
        List<Localities.Area> areas = new ArrayList<>();
        JsonNode list = file.root().path("localities");
        for (int i = 0; i < list.size(); i++) {
            String id = list.get(i).path("id").asString();
            JsonNode children = list.get(i).path("children");
            areas.add(new Localities.Area(id, list.get(i).path("title").asString(), children.isMissingNode() ? null : children.asInt()));
            String at = "/localities/" + i;
            if (Set.of(Localities.WITHHELD, Localities.UNKNOWN, Localities.OUT_OF_AREA).contains(id)) {
                faults.add(file.faultAt(at + "/id", id + " is a word of the hub, not a locality"));
            }
            for (String start : ConditionReader.ordered(list.get(i).path("postcodes"))) {
                if (starts.put(start, id) != null) {
                    faults.add(file.faultAt(at + "/postcodes", start + " belongs to two localities"));
                }
            }
        }
        return new Localities(starts, areas);
    }

    private SchoolCalendar calendar() {
        DeclaredFile file = files.get(RuleFile.SCHOOL_CALENDAR);
        List<SchoolCalendar.Term> terms = new ArrayList<>();
        JsonNode list = file.root().path("terms");
        for (int i = 0; i < list.size(); i++) {
            LocalDate from = date(file, list.get(i).path("from"), "/terms/" + i + "/from");
            LocalDate to = date(file, list.get(i).path("to"), "/terms/" + i + "/to");
            if (to.isBefore(from)) {
                faults.add(file.faultAt("/terms/" + i, "the term ends before it begins"));
            }
            terms.add(new SchoolCalendar.Term(from, to));
        }
        Set<LocalDate> closed = new HashSet<>();
        JsonNode days = file.root().path("closed");
        for (int i = 0; i < days.size(); i++) {
            closed.add(date(file, days.get(i), "/closed/" + i));
        }
        return new SchoolCalendar(terms, closed);
    }

    private LocalDate date(DeclaredFile file, JsonNode node, String at) {
        try {
            return LocalDate.parse(node.asString());
        } catch (DateTimeException e) {
            faults.add(file.faultAt(at, "no such day"));
            return LocalDate.EPOCH;
        }
    }
}
