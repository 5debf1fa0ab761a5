package org.earlyhelp.hub.web.governance.sampling;

import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.audit.FoundEntry;
import org.earlyhelp.hub.sharing.audit.LogSample;
import org.earlyhelp.hub.sharing.audit.LogSample.Draw;
import org.earlyhelp.hub.web.governance.sampling.Sample.Drawn;
import org.earlyhelp.hub.web.governance.sampling.Sample.Judgement;
import org.earlyhelp.hub.web.governance.sampling.Sample.Signature;
import org.earlyhelp.hub.web.governance.sampling.Sample.Verdict;
import org.earlyhelp.hub.web.governance.sampling.storage.SampleStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws samples, keeps what is found of them, and takes the second person's signature. */
@Service
class SampleDesk {
    static final int LISTED = 60;
    private static final int SEED_BYTES = 16;

    private final LogSample log;
    private final SampleStore store;
    private final HubClock clock;

    SampleDesk(LogSample log, SampleStore store, HubClock clock) {
        this.log = log;
        this.store = store;
        this.clock = clock;
    }

    /** Draws a sample by a fresh seed; empty when the month has no disclosure and no refusal. Returns its id. */
    @Transactional
    Optional<Long> draw(YearMonth month, int size, String account) {
        Draw draw = new Draw(month, size, HexFormat.of().formatHex(Ids.randomBytes(SEED_BYTES)), log.newest());
        List<String> entries = log.draw(draw).stream().map(FoundEntry::id).toList();
        return entries.isEmpty() ? Optional.empty() : Optional.of(store.add(draw, log.population(draw), entries, account, clock.now()));
    }

    List<Sample> latest() {
        return store.latest(LISTED);
    }

    Optional<Sample> find(long id) {
        return store.find(id);
    }

    /** How many samples nobody has signed. */
    long unsigned() {
        return store.unsigned();
    }

    boolean isDrawn(YearMonth month) {
        return store.isDrawn(month);
    }

    /** Whether the seed gives the same entries now. */
    boolean drawsTheSame(Sample sample) {
        return log.draw(sample.draw()).stream().map(FoundEntry::id).toList().equals(sample.entries().stream().map(Drawn::entry).toList());
    }

    /** Adds a judgement; false once the sample is signed, or where it has no such place. */
    @Transactional
    boolean judge(long sample, int place, Verdict verdict, String note, String account) {
        return store.judge(sample, place, new Judgement(verdict, note, account, clock.now()));
    }

    /** Signs; why it is refused, as one sentence, or empty when it is done. */
    @Transactional
    Optional<String> sign(long id, String remark, String account) {
        Sample sample = store.locked(id).orElseThrow();
        if (sample.signature().isPresent()) {
            return Optional.of("It is signed already.");
        }
        if (sample.open() > 0) {
            return Optional.of("Every entry must be judged, and every query answered, before it is signed.");
        }
        if (sample.hands().contains(account)) {
            return Optional.of("You drew it or judged some of it: a second person signs it.");
        }
        store.sign(id, new Signature(account, clock.now(), remark));
        return Optional.empty();
    }
}
