package org.earlyhelp.hub.web.why;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.earlyhelp.hub.sharing.AgreementBook;

/** Calls a specialist service by its kind in what is told of people with a hidden place: its name alone would say where or why they are known. */
final class SpecialistNames {
    private final AgreementBook agreements;

    SpecialistNames(AgreementBook agreements) {
        this.agreements = agreements;
    }

    /** The story with kinds in the place of names, in references of records too; what was asked stands as it was asked. */
    Story without(Story story) {
        Map<String, String> kinds = new TreeMap<>();
        agreements.agreements().stream().map(agreement -> agreement.agency()).filter(agency -> !agreements.shownAs(agency, true).equals(agency))
                .forEach(agency -> kinds.put(agency, agreements.shownAs(agency, true)));
        if (kinds.isEmpty()) {
            return story;
        }
        // A hyphen belongs to an agency's id: "haven" is not named by "safe-haven".
        Pattern names = Pattern.compile(kinds.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "(?<![\\w-])(", ")(?![\\w-])")));
        List<Story.Step> steps = story.steps().stream().map(step -> new Story.Step(step.at(), without(step.what(), names, kinds))).toList();
        return new Story(story.about(), steps, story.reasons().stream().map(reason -> without(reason, names, kinds)).toList(), story.people());
    }

    private static String without(String sentence, Pattern names, Map<String, String> kinds) {
        return names.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(kinds.get(found.group())));
    }
}
