package org.earlyhelp.hub.need.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.RuleVersions;
import org.earlyhelp.hub.need.RuleVersions.Version;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.need.rules.RuleSet;
import org.earlyhelp.hub.need.storage.FamilyStream;
import org.earlyhelp.hub.need.trial.ProposalTrial.State;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProposalTrialTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final Map<String, String> texts = RuleSet.read(ShippedRules.FOLDER).asOptional().orElseThrow().texts();
    private final List<Integer> read = new CopyOnWriteArrayList<>();
    private FamilyStream families;
    private ProposalTrial trial;
    private volatile boolean isFaulty;

    @BeforeEach
    void threeFamilies() {
        DataSource database = TestDatabase.fresh();
        JdbcClient.create(database).sql("INSERT INTO family (ref, created_at) VALUES ('F-1', now()), ('F-2', now()), ('F-3', now())").update();
        families = FamilyStream.of(database);
        RuleVersions versions = (RuleVersions) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {RuleVersions.class}, (self, method, arguments) -> {
            read.add((Integer) arguments[0]);
            return isFaulty ? Map.of() : texts;
        });
        trial = new ProposalTrial(versions, families, HubClock.fixedAt(NOW));
    }

    @AfterEach
    void stop() {
        trial.destroy();
    }

    private static Version version(int number, String sha256) {
        return new Version(number, sha256, List.of(), NOW, null, null, null, null);
    }

    private WhatIf workedOut(Version before, Version after) {
        State state = await().atMost(LIMIT).until(() -> trial.of(before, after), State.Done.class::isInstance);
        return ((State.Done) state).found();
    }

    @Test
    void keepsTheResultForTheSameTwoSets() {
        WhatIf found = workedOut(version(1, "a"), version(2, "b"));

        assertThat(found.families()).isEqualTo(3);
        assertThat(trial.of(version(3, "a"), version(4, "b"))).isEqualTo(new State.Done(found));
        assertThat(read).containsExactly(1, 2);
    }

    @Test
    void beginsAnewForAnotherSetOrWhenAsked() {
        workedOut(version(1, "a"), version(2, "b"));
        assertThat(trial.of(version(1, "a"), version(3, "c"))).isInstanceOf(State.Working.class);
        workedOut(version(1, "a"), version(3, "c"));
        trial.forget();
        workedOut(version(1, "a"), version(3, "c"));

        assertThat(read).containsExactly(1, 2, 1, 3, 1, 3);
    }

    @Test
    void triesAgainAfterAFailure() {
        isFaulty = true;
        trial.of(version(1, "a"), version(2, "b"));
        await().atMost(LIMIT).until(() -> !read.isEmpty());
        isFaulty = false;

        assertThat(workedOut(version(1, "a"), version(2, "b")).families()).isEqualTo(3);
    }

    @Test
    void endsAtTheNextFamilyWhenNobodyWaits() {
        List<Long> looked = new ArrayList<>();

        assertThatThrownBy(() -> Trials.run(families, ShippedRules.rules(), ShippedRules.rules(), Steps.now(NOW), count -> {
            looked.add(count);
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
        assertThat(looked).containsExactly(1L);
    }
}
