package org.earlyhelp.hub.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.kernel.DeclaredFile;
import tools.jackson.databind.JsonNode;

/**
 * What no folder can say alone: that agreements, mappings, routes and rules fit each other. Where a folder or file is
 * missing or unreadable nothing is concluded from its silence; that is named elsewhere. Used once.
 */
final class CrossChecks {
    private final Optional<CouncilFolder> agreements;
    private final Optional<CouncilFolder> mappings;
    private final Optional<CouncilFolder> routes;
    private final Optional<CouncilFolder> rules;
    private final List<ConfigDoctor.Finding> findings = new ArrayList<>();

    private CrossChecks(Path configDir) {
        agreements = CouncilFolder.read(configDir, "agreements");
        mappings = CouncilFolder.read(configDir, "mappings");
        routes = CouncilFolder.read(configDir, "routes");
        rules = CouncilFolder.read(configDir, "rules");
    }

    /** Everything that does not fit. */
    static List<ConfigDoctor.Finding> examine(Path configDir) {
        CrossChecks checks = new CrossChecks(configDir);
        checks.agreements.ifPresent(agreed -> {
            checks.mappings.ifPresent(layouts -> checks.namesKnownMappings(agreed, layouts));
            checks.mappings.ifPresent(layouts -> checks.knowsSenders(agreed, layouts));
            checks.routes.ifPresent(lanes -> checks.fitsLanes(agreed, lanes));
            checks.rules.flatMap(all -> all.file("school-calendar")).ifPresent(calendar -> checks.knowsSchoolDays(agreed, calendar));
        });
        checks.mappings.ifPresent(layouts -> checks.rules.flatMap(all -> all.file("concerns"))
                .ifPresent(concerns -> checks.statesKnownConcerns(layouts, concerns)));
        return checks.findings;
    }

    private void namesKnownMappings(CouncilFolder agreed, CouncilFolder layouts) {
        for (DeclaredFile file : agreed.readable()) {
            file.root().path("feeds").properties().forEach(feed -> {
                String mapping = feed.getValue().path("mapping").asString("");
                if (!mapping.isEmpty() && !layouts.has(mapping)) {
                    findings.add(agreed.fault(file, "/feeds/" + feed.getKey() + "/mapping", "there is no mappings/" + mapping + ".yaml"));
                }
            });
        }
    }

    private void knowsSenders(CouncilFolder agreed, CouncilFolder layouts) {
        for (DeclaredFile file : layouts.readable()) {
            file.root().path("senders").propertyNames().stream().filter(sender -> !agreed.has(sender)).forEach(sender ->
                    findings.add(layouts.fault(file, "/senders/" + sender, "there is no agreements/" + sender + ".yaml")));
        }
    }

    private void fitsLanes(CouncilFolder agreed, CouncilFolder lanes) {
        Set<String> declared = new HashSet<>();
        for (DeclaredFile file : lanes.readable()) {
            String agency = file.root().path("agency").asString("");
            String feed = file.root().path("feed").asString("");
            declared.add(agency + "/" + feed);
            if (!agreed.has(agency)) {
                findings.add(lanes.fault(file, "/agency", "there is no agreements/" + agency + ".yaml"));
            } else if (agreed.file(agency).isPresent() && !agreed.file(agency).get().root().path("feeds").has(feed)) {
                findings.add(lanes.fault(file, "/feed", "agreements/" + agency + ".yaml names no feed " + feed));
            }
        }
        if (lanes.files().entrySet().stream().allMatch(file -> isCamel(file.getKey()) || file.getValue().isPresent())) {
            agreed.readable().forEach(file -> hasLanes(agreed, file, declared));
        }
    }

    /** Files of a feed without a lane would lie for ever. */
    private void hasLanes(CouncilFolder agreed, DeclaredFile file, Set<String> declared) {
        String agency = file.root().path("agency").asString("");
        file.root().path("feeds").propertyNames().stream().filter(feed -> !declared.contains(agency + "/" + feed)).forEach(feed ->
                findings.add(agreed.fault(file, "/feeds/" + feed, "no file of routes takes this feed: add routes/" + agency + "-" + feed + ".yaml")));
    }

    /** Of a feed that follows a calendar which ends before the agreement starts nothing would ever be expected. */
    private void knowsSchoolDays(CouncilFolder agreed, DeclaredFile calendar) {
        String last = calendar.root().path("terms").valueStream().map(term -> term.path("to").asString("")).max(Comparator.naturalOrder()).orElse("");
        for (DeclaredFile file : agreed.readable()) {
            boolean tooLate = file.root().path("start").asString("").compareTo(last) > 0;
            file.root().path("feeds").properties().stream().filter(feed -> tooLate && feed.getValue().path("expected").path("rhythm").asString("").equals("school-days"))
                    .forEach(feed -> findings.add(agreed.fault(file, "/feeds/" + feed.getKey() + "/expected",
                            "it is expected on school days, and rules/school-calendar.yaml ends before this agreement starts")));
        }
    }

    private void statesKnownConcerns(CouncilFolder layouts, DeclaredFile concerns) {
        Set<String> known = new HashSet<>();
        concerns.root().path("concerns").forEach(concern -> known.add(concern.path("code").asString("")));
        for (DeclaredFile file : layouts.readable()) {
            if (file.root().path("fact").asString("").equals("concern")) {
                checkConcerns(layouts, file, known);
            }
        }
    }

    private void checkConcerns(CouncilFolder layouts, DeclaredFile file, Set<String> known) {
        JsonNode code = file.root().path("fields").path("code");
        for (String option : List.of("value", "default", "otherwise")) {
            checkConcern(layouts, file, known, "/fields/code/" + option, code.path(option));
        }
        JsonNode codes = code.path("codes");
        String list = codes.isObject() ? "/fields/code/codes" : "/codeLists/" + codes.asString("");
        JsonNode listed = codes.isObject() ? codes : file.root().path("codeLists").path(codes.asString(""));
        listed.properties().forEach(entry -> checkConcern(layouts, file, known, list + "/" + escaped(entry.getKey()), entry.getValue()));
    }

    private void checkConcern(CouncilFolder layouts, DeclaredFile file, Set<String> known, String pointer, JsonNode concern) {
        if (concern.isValueNode() && !known.contains(concern.asString())) {
            findings.add(layouts.fault(file, pointer, "the concern " + concern.asString() + " is not in rules/concerns.yaml"));
        }
    }

    private static boolean isCamel(String name) {
        return name.endsWith(".camel");
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
