package org.earlyhelp.hub.sharing.tell;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.storage.TellingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps what is to be told in the database, from where {@link TellingRounds} takes it. */
@Component
class KeptTeller implements Teller {
    /** Most tellings that wait for one channel: more would tell nobody anything. */
    static final int WAITING_LIMIT = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(KeptTeller.class);
    private final Set<String> channels;
    private final TellingStore store;
    private final HubClock clock;

    KeptTeller(List<TellingChannel> channels, TellingStore store, HubClock clock) {
        this.channels = channels.stream().map(TellingChannel::name).collect(Collectors.toCollection(TreeSet::new));
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Set<String> channels() {
        return Set.copyOf(channels);
    }

    @Override
    public boolean tell(String channel, String subject, String words) {
        Telling telling = new Telling(Ids.ulid(clock), channel, subject, words, clock.now());
        if (!channels.contains(channel)) {
            LOG.debug("there is no channel '{}': nobody outside is told", channel);
            return false;
        }
        boolean kept = store.add(telling, WAITING_LIMIT);
        if (!kept) {
            LOG.warn("{} tellings wait for '{}': a further one is not kept", WAITING_LIMIT, channel);
        }
        return kept;
    }

    @Override
    public List<ChannelState> states() {
        return channels.stream().map(store::state).toList();
    }
}
