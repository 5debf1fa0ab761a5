package org.earlyhelp.hub.web.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A draft of a data protection impact assessment (UK GDPR Article 35(7)): the hub describes itself, people judge. */
final class ImpactAssessment {
    private static final List<String> HEADER = List.of("What could go wrong", "Whom it would harm", "What the hub does about it", "Left for people to judge");
    private static final List<List<String>> RISKS = List.of(
            risk("Two people are taken for one", "A child is seen in another's light; a hidden address may be shown to who must not know it",
                    "Joins only on strong agreement, keeps apart when unsure, twins and namesakes apart by rule; hidden people need a second person; every join can be undone and whoever was told is told again"),
            risk("One person is taken for two", "A child in danger is not seen as a whole", "Doubtful pairs go to a data steward, those that would change a level first"),
            risk("A hidden address or a referrer becomes known", "A victim and their children", "The strictest flag of any source holds everywhere; pages, messages, exports and searches are tested for every hidden value"),
            risk("Data is used for another purpose", "Families, and their trust", "Every disclosure is decided by recipient, purpose and kind of data, and logged with its basis; refusals too"),
            risk("A rule is wrong or unfair", "Families drawn in or passed over", "Rules state facts and are published; a change is tried on the past before two people activate it; accuracy is reported by origin of names; feedback is kept per rule"),
            risk("The record of sharing is changed afterwards", "Anybody who must rely on it", "A signed, tamper-evident log whose checkpoints are kept outside the hub"),
            risk("Staff look out of curiosity", "Families known to staff", "A reason where the role does not carry one, views logged, unusual access listed for review"),
            risk("The hub is silent or late", "A child in danger", "Urgent feeds never wait behind others, silence of a feed is alarmed, and every file is answered"));

    private ImpactAssessment() {
    }

    static Paper of(PaperSources from) {
        List<Paper.Part> parts = new ArrayList<>(List.of(
                Paper.Part.of("Why an assessment is needed", "The hub matches data of children and vulnerable adults from several sources on a large scale, including special category and offence data."),
                Paper.Part.of("Nature of the processing", "Agencies send files. The hub checks and answers them, finds out which records speak of one person, groups people into families, derives needs and a level by written rules, and puts families before the front door. It draws no conclusion about a person beyond these rules."),
                Paper.Part.of("Scope", scope(from)),
                Paper.Part.of("Purposes and bases", Wording.basis(from.borough().terms().basis())),
                Paper.Part.of("Who receives it", Wording.recipients(Stream.concat(Stream.of(from.borough().terms()), from.agreements().stream()).toList())),
                Paper.Part.gap("Consultation", "views of families, of the agencies, of the data protection officer."),
                Paper.Part.gap("Necessity and proportionality", "whether the purpose could be reached with less; what the unused kinds of data (see that paper) say."),
                Paper.Part.of("Risks and measures", new Paper.Table(HEADER, RISKS)),
                Security.part()));
        parts.add(Paper.Part.gap("Outcome", "residual risk, who accepts it, the officer's advice, the date of the next review."));
        return from.paper(PaperKind.ASSESSMENT.title(), parts);
    }

    private static List<String> risk(String what, String whom, String measure) {
        return List.of(what, whom, measure, Paper.GAP + ": likelihood, severity, what remains");
    }

    private static List<String> scope(PaperSources from) {
        return Stream.concat(from.agreements().stream().map(agreement -> agreement.name() + ": " + Wording.kinds(from.classesOf(agreement)) + "."),
                Stream.of(Paper.GAP + ": how many people, over what area.")).toList();
    }
}
