package org.earlyhelp.hub.intake.quarantine;

import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.storage.CorrectionStore;
import org.earlyhelp.hub.sharing.erasure.CopyKeeper;
import org.earlyhelp.hub.sharing.erasure.TraceSearch;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.springframework.stereotype.Component;

/** Destroys corrections that tell of erased people. The row goes with its raw file; a new text may name somebody whom the file did not. */
@Component
class CorrectionCopies implements CopyKeeper {
    private static final int AFTER_FREE_TEXTS = 45;
    private static final int PORTION_ROWS = 1_000;
    private final CorrectionStore corrections;

    CorrectionCopies(CorrectionStore corrections) {
        this.corrections = corrections;
    }

    @Override
    public String name() {
        return "corrections of refused rows";
    }

    @Override
    public int order() {
        return AFTER_FREE_TEXTS;
    }

    @Override
    public Cleared clear(Traces traces) {
        TraceSearch search = new TraceSearch(traces);
        long gone = 0;
        for (List<Long> portion = corrections.corrected(0, PORTION_ROWS); !portion.isEmpty();
                portion = corrections.corrected(portion.get(portion.size() - 1), PORTION_ROWS)) {
            Map<Long, Map<String, String>> texts = corrections.ofRows(portion);
            gone += corrections.forget(texts.entrySet().stream().filter(row -> search.isIn(String.join("\n", row.getValue().values())))
                    .map(Map.Entry::getKey).toList());
        }
        return Cleared.all(gone);
    }
}
