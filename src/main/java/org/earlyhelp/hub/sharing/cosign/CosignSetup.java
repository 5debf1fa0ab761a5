package org.earlyhelp.hub.sharing.cosign;

import java.net.URI;
import java.util.function.Supplier;
import org.earlyhelp.hub.sharing.log.LogSource;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.sequence.LogSequencer;
import org.earlyhelp.hub.sharing.sequence.OutsideMemory;
import org.earlyhelp.hub.sharing.storage.CosignedTable;
import org.earlyhelp.hub.sharing.witness.WitnessClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The witness's beans, where one is set; what the pages show, always. */
@Configuration(proxyBeanMethods = false)
public class CosignSetup {
    private static final String IS_SET = "!'${hub.witness-url:}'.isBlank()";

    @Bean
    @ConditionalOnExpression(IS_SET)
    WitnessClient witnessClient(@Value("${hub.witness-url:}") String address, @Value("${hub.witness-key:}") String key) {
        return new WitnessClient(URI.create(address), NoteKey.parse(key).orThrow());
    }

    /** Remembers nothing where no witness is set. */
    @Bean
    OutsideMemory witnessMemory(ObjectProvider<WitnessClient> witness) {
        return (origin, keys) -> witness.stream().findFirst().flatMap(known -> known.latest(origin, keys)).map(SignedCheckpoint::checkpoint);
    }

    @Bean
    @ConditionalOnExpression(IS_SET)
    WitnessCourier witnessCourier(WitnessClient witness, LogSource log, CosignedTable cosigned, LogSequencer sequencer) {
        return new WitnessCourier(witness, log, cosigned, sequencer);
    }

    /** How the log stands with its witness now, for pages and health. */
    @Bean
    WitnessWatch witnessWatch(ObjectProvider<WitnessCourier> courier) {
        Supplier<WitnessState> none = WitnessState::none;
        return () -> courier.stream().findFirst().map(WitnessCourier::state).orElseGet(none);
    }
}
