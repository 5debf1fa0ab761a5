package org.earlyhelp.hub.web.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Agreement;

/** The controller's record of processing activities (UK GDPR Article 30(1)). */
final class ProcessingRecord {
    private ProcessingRecord() {
    }

    static Paper of(PaperSources from) {
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(Paper.Part.of("Controller", from.borough().name() + ". Data protection officer: " + from.borough().officer() + "."));
        parts.add(Paper.Part.of("Purposes and lawful bases of the hub itself", Wording.basis(from.borough().terms().basis())));
        parts.add(Paper.Part.of("Whose data", "Children and young people, unborn children, their parents and carers, other people of their household, "
                + "people named in a referral as victim or as alleged perpetrator, and the workers who help them."));
        parts.add(Paper.Part.of("Sources and kinds of data", sources(from)));
        from.agreements().forEach(agreement -> parts.add(Paper.Part.of("Basis: " + agreement.name(), Wording.basis(agreement.basis()))));
        parts.add(Paper.Part.of("Recipients", Wording.recipients(Stream.concat(Stream.of(from.borough().terms()), from.agreements().stream()).toList())));
        parts.add(Paper.Part.of("Transfers to other countries", "None by the hub. " + Paper.GAP + ": where the servers and their support stand."));
        from.agreements().forEach(agreement -> parts.add(Paper.Part.of("Time limits: " + agreement.name(), Wording.retention(agreement))));
        parts.add(Security.part());
        return from.paper(PaperKind.PROCESSING.title(), parts);
    }

    private static Paper.Table sources(PaperSources from) {
        List<List<String>> rows = from.agreements().stream().map(agreement -> List.of(agreement.name(), feeds(from, agreement),
                Wording.kinds(from.classesOf(agreement)), PlainTime.of(agreement.start()) + " to " + PlainTime.of(agreement.end()))).toList();
        return new Paper.Table(List.of("Agency", "Feeds", "Kinds of data", "Agreement runs"), rows);
    }

    private static String feeds(PaperSources from, Agreement agreement) {
        return String.join("; ", agreement.feeds().values().stream().map(feed -> from.titleOf(feed.mapping())).distinct().toList());
    }
}
