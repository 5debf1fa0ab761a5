package org.earlyhelp.hub.sharing.check;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.EntryColumns;
import org.earlyhelp.hub.sharing.log.ErasedIndexes;
import org.earlyhelp.hub.sharing.log.SharingEntry;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.Unsealed;
import org.earlyhelp.hub.sharing.sequence.LogEraser;
import org.earlyhelp.hub.sharing.storage.LoggedRow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whether each entry still says what was committed to, and each erasure is stated. Not thread-safe. */
final class EntryCheck {
    private static final String ERASED = "ERASED";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() { };

    private final EntrySeal seal;
    private final Set<Integer> lostSeals;
    private final Set<Integer> retiredSeals;
    private final Faults faults;
    /** Erased entries by index, with the digest of what stands in the clear, until their ERASED entry comes. */
    private final Map<Long, byte[]> erased = new TreeMap<>();
    private final Map<Integer, Long> missingSeals = new HashMap<>();

    EntryCheck(EntrySeal seal, Set<Integer> lostSeals, Set<Integer> retiredSeals, Faults faults) {
        this.seal = seal;
        this.lostSeals = lostSeals;
        this.retiredSeals = retiredSeals;
        this.faults = faults;
    }

    void look(LoggedRow row) {
        if (row.columns() == null) {
            faults.add("table sharing_entry: the entry of index " + row.index() + " (ordinal " + row.ordinal() + ") was deleted");
            return;
        }
        if (!Arrays.equals(row.kept(), row.commitment())) {
            fault(row, "its commitment is not the one in sharing_leaf");
        }
        if (row.sealed() == null && row.salt() == null) {
            lookAtErased(row);
        } else if (row.sealed() == null || row.salt() == null || row.salt().length != SharingEntry.SALT_BYTES) {
            fault(row, (row.sealed() == null ? "its payload" : "its salt") + " was taken away or cut");
        } else {
            lookAtSealed(row);
        }
    }

    /** After the last row: what was erased without a word. */
    void end() {
        erased.keySet().forEach(index -> faults.add("table sharing_entry: the entry of index " + index + " was emptied, and no ERASED entry says so"));
        missingSeals.forEach((number, count) -> faults.add("key file sharing-seal-" + number + ".key is missing: " + count + " entries cannot be opened"));
    }

    private void lookAtErased(LoggedRow row) {
        if (row.columns().person() != null) {
            fault(row, "it was erased and names a person all the same");
        }
        erased.put(row.index(), row.columns().withoutPerson().digest());
    }

    private void lookAtSealed(LoggedRow row) {
        Unsealed opened = seal.open(row.columns().id(), row.sealed());
        if (retiredSeals.contains(EntrySeal.keyNumber(row.sealed()))) {
            fault(row, "it is sealed with a key that table sharing_key calls retired");
        }
        if (opened instanceof Unsealed.Open open) {
            lookAtPayload(row, open.payload());
        } else if (opened instanceof Unsealed.KeyMissing missing) {
            lookAtShut(row, missing.number());
        } else {
            fault(row, "its id or its sealed payload was changed");
        }
    }

    /** What an ERASED entry said cannot be asked any more when its key was given up, so everything erased before it is believed. */
    private void lookAtShut(LoggedRow row, int key) {
        if (!lostSeals.contains(key)) {
            missingSeals.merge(key, 1L, Long::sum);
        } else if (row.columns().kind().equals(ERASED)) {
            erased.clear();
        }
    }

    private void lookAtPayload(LoggedRow row, String payload) {
        if (!Arrays.equals(Commitment.of(row.salt(), payload).bytes(), row.kept())) {
            fault(row, "its salt or payload is not what was committed to");
            return;
        }
        try {
            Map<String, Object> members = MAPPER.readValue(payload, MEMBERS);
            EntryColumns said = EntryColumns.of(members);
            if (!said.equals(row.columns())) {
                fault(row, said.differences(row.columns()).stream().collect(Collectors.joining(", ", "column ", " was changed")));
            }
            if (ERASED.equals(said.kind()) && members.get(ErasedIndexes.MEMBER) instanceof Map<?, ?> detail) {
                state(row, detail);
            }
        } catch (JacksonException e) {
            fault(row, "its payload is no JSON");
        }
    }

    /** Takes the entries that an ERASED entry names off the list, and holds what stays of them against what it says. */
    private void state(LoggedRow row, Map<?, ?> detail) {
        List<ErasedIndexes.Span> spans = ErasedIndexes.parse(String.valueOf(detail.get(ErasedIndexes.FIELD))).asOptional().map(ErasedIndexes::spans).orElse(List.of());
        byte[] kept = detail.get(LogEraser.KEPT) instanceof String text ? Base64.getDecoder().decode(text) : new byte[0];
        int place = 0;
        for (long index : (Iterable<Long>) spans.stream().flatMapToLong(span -> LongStream.rangeClosed(span.first(), Math.min(span.last(), row.index()))).boxed()::iterator) {
            byte[] now = erased.remove(index);
            int from = place++ * EntryColumns.DIGEST_BYTES;
            if (now != null && from + EntryColumns.DIGEST_BYTES <= kept.length && !Arrays.equals(now, Arrays.copyOfRange(kept, from, from + EntryColumns.DIGEST_BYTES))) {
                faults.add("table sharing_entry: a column of the erased entry of index " + index + " was changed");
            }
        }
    }

    private void fault(LoggedRow row, String what) {
        faults.add("table sharing_entry: entry " + row.columns().id() + " (index " + row.index() + "): " + what);
    }
}
