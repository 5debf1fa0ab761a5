package org.earlyhelp.hub.web.export;

import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.identity.LinkedMentions;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.web.Shown;
import org.springframework.stereotype.Component;

/**
 * {@code links.csv}: which record speaks of which person. It is the one place that shows the senders' references and
 * the agency of every record, hidden families included: without them nobody could audit the matching.
 */
@Component
class LinksExport implements Export {
    private static final String LINK = "link";

    private final LinkedMentions mentions;

    LinksExport(LinkedMentions mentions) {
        this.mentions = mentions;
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public List<String> columns() {
        return List.of("agency", "feed", "source_ref", "version", "role", "index", "person", "family", "match", "record");
    }

    @Override
    public void collect(Shown shown) {
        mentions.forEach(mention -> shown.add(mention.person(), LINK, DataClass.IDENTITY, mention.agency()));
    }

    @Override
    public void rows(Allowed allowed, Consumer<List<String>> writer) {
        mentions.forEach(mention -> {
            if (allowed.allows(mention.person(), mention.agency(), LINK)) {
                writer.accept(List.of(mention.agency(), mention.feed(), CsvCells.of(mention.sourceRef()), String.valueOf(mention.version()), mention.role(),
                        String.valueOf(mention.index()), mention.person(), CsvCells.of(mention.family()), mention.match(), mention.record()));
            }
        });
    }
}
