package org.earlyhelp.hub.rights.dispute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.alert.CorrectionFiles;
import org.earlyhelp.hub.alert.CorrectionFiles.Asked;
import org.earlyhelp.hub.identity.PersonView;
import org.springframework.stereotype.Component;

/** Asks the accounts that stated what is disputed for a correction, in the caller's transaction. Thread-safe. */
@Component
class CorrectionAsking {
    private final CorrectionFiles files;

    CorrectionAsking(CorrectionFiles files) {
        this.files = files;
    }

    /** Asks each account once, by the newest of its records; {@code field} is null where the whole record is disputed. */
    Told ask(PersonView person, List<Stated> concerned, String field) {
        Map<String, String> words = new LinkedHashMap<>();
        Set<String> waits = new TreeSet<>();
        for (Stated stated : concerned) {
            String account = stated.account().toString();
            if (!words.containsKey(account)) {
                Asked asked = ask(person, stated, field);
                words.put(account, asked.file().orElse(asked.refusal()));
                if (asked.waits()) {
                    waits.add(account);
                }
            }
        }
        return new Told(words, waits);
    }

    private Asked ask(PersonView person, Stated stated, String field) {
        return files.ask(stated.account(), CorrectionNote.request(person, stated.account().agency()), CorrectionNote.text(stated.sourceRef(), field == null ? "the whole record" : field));
    }
}
