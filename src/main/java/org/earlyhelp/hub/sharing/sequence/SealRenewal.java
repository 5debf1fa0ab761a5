package org.earlyhelp.hub.sharing.sequence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.KeyRegister;
import org.earlyhelp.hub.sharing.seal.KnownKey;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.storage.SealTable;
import org.earlyhelp.hub.sharing.storage.SealTable.Sealed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Wraps the keys of older entries with the newest sealing key, portion by portion, and retires a key under which nothing is
 * left. The entries themselves are not encrypted anew, and no commitment changes. Begins again after a restart, which
 * passes over what is done. Not thread-safe.
 */
@Component
public class SealRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(SealRenewal.class);
    private static final int PORTION = 1_000;
    /** By then every hub seals with the new key. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SealTable table;
    private final KeyRegister register;
    private final LogKeys keys;
    private final EntrySeal seal;
    private final Duration patience;
    private long reached;
    private int renewed;
    private boolean stuck;
    private int doneFor;
    private int seen;
    private Instant seenAt;

    @Autowired
    public SealRenewal(SealTable table, KeyRegister register, LogKeys keys, EntrySeal seal) {
        this(table, register, keys, seal, PATIENCE);
    }

    /** @param patience between a new key and the first entry that is wrapped with it anew */
    public SealRenewal(SealTable table, KeyRegister register, LogKeys keys, EntrySeal seal, Duration patience) {
        this.table = table;
        this.register = register;
        this.keys = keys;
        this.seal = seal;
        this.patience = patience;
    }

    /** Does a portion; answers whether there may be more at once. */
    public boolean portion() {
        int newest = keys.newestSealNumber();
        if (newest == doneFor || isTooEarly(newest)) {
            return false;
        }
        List<Sealed> some = table.after(reached, PORTION);
        if (some.isEmpty()) {
            return endOfPass(newest);
        }
        reached = some.get(some.size() - 1).ordinal();
        renew(some.stream().filter(entry -> EntrySeal.keyNumber(entry.sealed()) != newest).toList());
        return true;
    }

    /** Also says that all is done where no older key is in use. */
    private boolean isTooEarly(int newest) {
        if (seen != newest) {
            seen = newest;
            seenAt = HubClock.machineTime();
            doneFor = older(newest).isEmpty() ? newest : doneFor;
        }
        return newest == doneFor || HubClock.machineTime().isBefore(seenAt.plus(patience));
    }

    private List<KnownKey> older(int newest) {
        return register.known().stream().filter(key -> key.kind() == KnownKey.Kind.SEAL && key.number() < newest && key.state() == KnownKey.State.IN_USE).toList();
    }

    private void renew(List<Sealed> entries) {
        List<Sealed> before = new ArrayList<>();
        List<Sealed> after = new ArrayList<>();
        for (Sealed entry : entries) {
            Optional<byte[]> anew = seal.rewrapped(entry.id(), entry.sealed());
            stuck |= anew.isEmpty();
            anew.ifPresent(sealed -> {
                before.add(entry);
                after.add(new Sealed(entry.ordinal(), entry.id(), sealed));
            });
        }
        table.replace(before, after);
        renewed += before.size();
    }

    /** A pass that found nothing to do is the last: another hub may have sealed with the old key while this one went through. */
    private boolean endOfPass(int newest) {
        boolean again = renewed > 0;
        if (!again) {
            doneFor = newest;
            retire(newest);
        }
        reached = 0;
        renewed = 0;
        stuck = again && stuck;
        return again;
    }

    private void retire(int newest) {
        if (stuck) {
            LOG.warn("Some entries of the sharing log cannot be wrapped with the newest key; older keys stay in use. 'ehub log check' names them");
            return;
        }
        older(newest).forEach(key -> {
            register.set(key.kind(), key.number(), KnownKey.State.RETIRED);
            LOG.info("Nothing is sealed with sharing-seal-{}.key any more", key.number());
        });
    }
}
