package org.earlyhelp.hub.need.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All versions of one thing that an agency reported under one reference, lowest version first: a missing episode, a
 * referral, an involvement. Never empty.
 */
public record SourceCase(List<HeldRecord> versions) {
    private record Key(String agency, String sourceRef, Class<?> kind) {
    }

    public SourceCase {
        versions = versions.stream().sorted(Comparator.comparingInt(HeldRecord::version).thenComparingLong(HeldRecord::id)).toList();
    }

    /** Groups records by agency and reference. */
    public static List<SourceCase> of(Collection<HeldRecord> records) {
        Map<Key, List<HeldRecord>> cases = new LinkedHashMap<>();
        for (HeldRecord record : records) {
            Key key = new Key(record.agency(), record.sourceRef(), record.fact().getClass());
            cases.computeIfAbsent(key, none -> new ArrayList<>()).add(record);
        }
        return cases.values().stream().map(SourceCase::new).toList();
    }

    /** The state with the lowest version. */
    public HeldRecord lowest() {
        return versions.get(0);
    }

    /** The state with the highest version. */
    public HeldRecord highest() {
        return versions.get(versions.size() - 1);
    }

    /** The id of the version that arrived first: the name of the case in evidence keys, whatever versions come later. */
    public String key() {
        return versions.stream().min(Comparator.comparingLong(HeldRecord::id)).orElseThrow().ref();
    }

    /** Whether the newest version that is linked to anyone it is about, is about the person. */
    public boolean isAbout(long person) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).mentions().stream().anyMatch(mention -> mention.role().isSubject() && mention.person() != 0)) {
                return versions.get(i).isAbout(person);
            }
        }
        return false;
    }
}
