package org.earlyhelp.hub.rights.erase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.rights.storage.ErasureCases;
import org.earlyhelp.hub.rights.storage.PeopleThen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * At the start, before any door opens: whoever was erased and is in the database again, since it was restored from before,
 * is erased again; and whatever was confirmed and broken off is carried out. What fails here stops the start: a hub must not
 * show people who were erased.
 */
@Component
public class ErasureReplay implements SmartLifecycle {
    /** Before the SFTP server, the web and every lane. */
    private static final int FIRST = DEFAULT_PHASE - 8192;
    private static final Logger LOG = LoggerFactory.getLogger(ErasureReplay.class);
    private static final String NOBODY = "the ledger";
    private final ErasureLedger ledger;
    private final ErasureCases cases;
    private final PeopleThen people;
    private final ErasureRun run;
    private final HubClock clock;
    private volatile boolean running;

    ErasureReplay(ErasureLedger ledger, ErasureCases cases, PeopleThen people, ErasureRun run, HubClock clock) {
        this.ledger = ledger;
        this.cases = cases;
        this.people = people;
        this.run = run;
        this.clock = clock;
    }

    @Override
    public void start() {
        replay();
        running = true;
    }

    /** Returns how many erasures had to be done again. */
    public int replay() {
        run.forgetAll();
        List<ErasureLedger.Line> unknown = ledger.lines().stream().filter(line -> !isKnown(line)).toList();
        if (unknown.isEmpty()) {
            return 0;
        }
        Map<String, PeopleThen.Known> byMark = new HashMap<>();
        people.all().forEach(person -> byMark.put(ledger.mark(person.ref()), person));
        unknown.forEach(line -> replay(line, byMark));
        LOG.warn("The database did not know of {} erasures in the ledger: it was restored from before them. They are done again.", unknown.size());
        return unknown.size();
    }

    private boolean isKnown(ErasureLedger.Line line) {
        return cases.find(line.erasure()).filter(ErasureCase::isForgotten).isPresent();
    }

    private void replay(ErasureLedger.Line line, Map<String, PeopleThen.Known> byMark) {
        cases.countFrom(Long.parseLong(line.erasure().substring(line.erasure().lastIndexOf('-') + 1)));
        List<String> back = line.people().stream().map(byMark::get).filter(person -> person != null && !person.madeAt().isAfter(line.at()))
                .map(PeopleThen.Known::ref).toList();
        cases.recall(line.erasure(), null, line.by().get(0), line.by().get(1), clock.now());
        for (String ref : back) {
            Optional<PeopleThen.Known> still = people.find(ref);
            still.ifPresent(person -> {
                cases.recall(line.erasure(), ref, line.by().get(0), line.by().get(1), clock.now());
                run.forgetAll();
            });
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return FIRST;
    }
}
