package org.earlyhelp.hub.rights.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.identity.PersonMentions;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.SharingLog;
import org.earlyhelp.hub.sharing.SubjectItem;
import org.earlyhelp.hub.sharing.SubjectItem.Caution;
import org.earlyhelp.hub.sharing.SubjectItem.Section;
import org.earlyhelp.hub.sharing.SubjectRecords;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who looked at a person's record or was given something of it, by the sharing log: which role or organisation, on which day, what
 * for. Never which member of staff. What tells of domestic abuse or of an allegation has that caution.
 */
@Component
class LookedAt implements SubjectRecords {
    private static final Set<ActKind> TELLING = EnumSet.of(ActKind.SENT, ActKind.VIEWED, ActKind.EXPORTED, ActKind.OUTCOME, ActKind.BREAK_GLASS);
    private static final Set<String> OF_ABUSE = Set.of(DataClass.DOMESTIC_ABUSE.name(), DataClass.ALLEGATION.name());
    private static final int PAGE_ENTRIES = 500;
    private final SharingLog log;
    private final PersonMentions mentions;

    LookedAt(SharingLog log, PersonMentions mentions) {
        this.log = log;
        this.mentions = mentions;
    }

    private record Look(LocalDate day, String who, String what) {
    }

    @Override
    public List<SubjectItem> of(String person, int limit) {
        List<LoggedEntry> entries = new ArrayList<>(entries(person, limit));
        mentions.mergedInto(person).forEach(earlier -> entries.addAll(entries(earlier, limit)));
        Set<String> ofAbuse = new LinkedHashSet<>();
        Map<Look, String> looks = new LinkedHashMap<>();
        Map<Look, Boolean> touchy = new LinkedHashMap<>();
        entries.stream().filter(entry -> tellsOfAbuse(payload(entry))).map(LoggedEntry::act).forEach(ofAbuse::add);
        entries.stream().filter(entry -> TELLING.contains(entry.kind())).forEach(entry -> {
            Look look = look(entry);
            looks.putIfAbsent(look, entry.id());
            touchy.merge(look, ofAbuse.contains(entry.act()), Boolean::logicalAnd);
        });
        return looks.entrySet().stream().map(one -> item(one.getKey(), one.getValue(), touchy.get(one.getKey()))).limit(limit).toList();
    }

    private List<LoggedEntry> entries(String person, int limit) {
        List<LoggedEntry> found = new ArrayList<>();
        long before = SharingLog.NEWEST;
        while (found.size() < limit) {
            List<LoggedEntry> page = log.aboutBefore(person, before, PAGE_ENTRIES);
            found.addAll(page);
            if (page.size() < PAGE_ENTRIES) {
                break;
            }
            before = page.get(page.size() - 1).ordinal();
        }
        return found;
    }

    private static SubjectItem item(Look look, String entry, boolean ofAbuse) {
        return new SubjectItem("look/" + entry, Section.GIVEN, "disclosure", look.who(), look.what(), look.day(), null, DataClass.IDENTITY, true,
                ofAbuse ? Set.of(Caution.DOMESTIC_ABUSE) : Set.of());
    }

    private static Look look(LoggedEntry entry) {
        JsonNode payload = payload(entry);
        return new Look(London.dateOf(entry.at()), LookWords.who(payload.path("recipient")), LookWords.what(entry.kind(), payload.path("purpose").asString("")));
    }

    private static boolean tellsOfAbuse(JsonNode payload) {
        boolean inClass = payload.path("classes").valueStream().anyMatch(name -> OF_ABUSE.contains(name.asString()));
        boolean held = payload.path("withheld").valueStream().anyMatch(one -> OF_ABUSE.contains(one.path("class").asString()));
        boolean inField = payload.path("fields").valueStream().anyMatch(name -> name.asString().contains("DOMESTIC_ABUSE") || name.asString().contains("safeContact"));
        return inClass || held || inField || payload.path("channel").asString("").contains("alleged");
    }

    private static JsonNode payload(LoggedEntry entry) {
        return JsonMapper.shared().readTree(entry.payload());
    }
}
