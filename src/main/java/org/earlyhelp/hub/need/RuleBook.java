package org.earlyhelp.hub.need;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import org.earlyhelp.hub.need.rules.RuleFile;
import org.earlyhelp.hub.need.rules.RuleSet;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.rules.RulesReader;
import org.springframework.stereotype.Component;

/**
 * The rules in force. A broken file keeps its last good form while the others are renewed; where files do not fit
 * together, all stay as they were. Thread-safe.
 */
@Component
public class RuleBook {
    private final Map<RuleFile, DeclaredFile> good = new EnumMap<>(RuleFile.class);
    private Rules rules;
    private List<ConfigFault> faults = List.of();

    /** Reads the folder again. The rules now in force when every file is good, else all faults, and what was good goes on. */
    public synchronized Checked<Rules> load(Path rulesDir) {
        List<ConfigFault> found = new ArrayList<>();
        Map<RuleFile, DeclaredFile> candidate = new EnumMap<>(good);
        for (RuleFile file : RuleFile.values()) {
            Checked<DeclaredFile> read = file.read(rulesDir);
            read.asOptional().ifPresent(declared -> candidate.put(file, declared));
            found.addAll(read.faults());
        }
        if (candidate.size() == RuleFile.values().length && isNews(candidate)) {
            adopt(candidate, found);
        }
        faults = List.copyOf(found);
        return found.isEmpty() ? Checked.valid(rules) : Checked.faulty(found);
    }

    /** Puts a set in force that was kept. Faults of its own leave all as it was. */
    public synchronized void adopt(RuleSet kept) {
        List<ConfigFault> found = new ArrayList<>();
        adopt(kept.files(), found);
        faults = List.copyOf(found);
    }

    /** The files in force; empty until a whole good set was read once. */
    public synchronized Optional<RuleSet> set() {
        return rules == null ? Optional.empty() : Optional.of(new RuleSet(good));
    }

    /** The rules in force; empty until a whole good set was read once. */
    public synchronized Optional<Rules> rules() {
        return Optional.ofNullable(rules);
    }

    /** Whether pupils are in school on that civil day; false while no rules are read or the calendar does not reach it. */
    public boolean isSchoolDay(LocalDate day) {
        return rules().map(all -> all.calendar().isSchoolDay(day)).orElse(false);
    }

    /** What was wrong at the last reading; empty when nothing was. */
    public synchronized List<ConfigFault> faults() {
        return faults;
    }

    /** The plain title of a need, harm test or alert rule; the id itself where no rule has it. */
    public String titleOf(String ruleId) {
        return rules().stream().flatMap(Rules::titles).filter(title -> title.getKey().equals(ruleId)).map(Map.Entry::getValue)
                .findFirst().orElse(ruleId);
    }

    private boolean isNews(Map<RuleFile, DeclaredFile> candidate) {
        return !candidate.equals(good);
    }

    private void adopt(Map<RuleFile, DeclaredFile> candidate, List<ConfigFault> found) {
        Checked<Rules> read = RulesReader.read(candidate);
        found.addAll(read.faults());
        read.asOptional().ifPresent(checked -> {
            rules = checked;
            good.putAll(candidate);
        });
    }
}
