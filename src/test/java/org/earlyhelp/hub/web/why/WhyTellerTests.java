package org.earlyhelp.hub.web.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator must not learn by asking: a refuge's referral of a mother and her child, and whom it accuses. */
class WhyTellerTests {
    private static final String RECORD = "safe-haven/domestic-abuse/01KAVX0000000000000000000A@1";
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final AgreementBook agreements = new AgreementBook();

    @BeforeEach
    void aReferralOfARefuge() {
        agreements.load(Path.of("agreements"));
        sql.sql("INSERT INTO family (ref, created_at) VALUES ('F-AAAAAA', now())").update();
        sql.sql("INSERT INTO person (ref, created_at, family_id, family_role) VALUES ('P-AAAAAA', now(), 1, 'CHILD'), ('P-BBBBBB', now(), 1, 'CARER'), ('P-CCCCCC', now(), NULL, NULL)").update();
        sql.sql("INSERT INTO family_level (family_id, level, assessed_at) VALUES (1, 2, now())").update();
        sql.sql("INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at) VALUES ('R-1', 'u', 'safe-haven', 'domestic-abuse', 'l', 'n', 1, 's', 'ACCEPTED', now())").update();
        sql.sql("INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)"
                + " VALUES ('01KAVX0000000000000000000A', 'safe-haven', 'domestic-abuse', 'x', 1, true, 'k', '{}', now(), now(), 1, '')").update();
        sql.sql("INSERT INTO mention (record_id, role, index, person, fingerprint) VALUES (1, 'CHILD', 0, '{}', ''), (1, 'VICTIM', 0, '{}', ''), (1, 'ALLEGED_PERPETRATOR', 0, '{}', '')").update();
        sql.sql("INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at) VALUES (1, 1, 'CERTAIN', 'r', '', now()), (2, 2, 'CERTAIN', 'r', '', now()), (3, 3, 'CERTAIN', 'r', '', now())").update();
    }

    private String told(String ref) {
        Story story = new WhyTeller(database, agreements, Instant.parse("2026-11-23T12:00:00Z")).tell(Subject.parse(ref).orElseThrow()).orElseThrow();
        return story.steps() + " " + story.reasons() + " " + story.people();
    }

    @Test
    void callsASpecialistServiceByItsKindWhereAPlaceIsHidden() {
        assertThat(told("P-AAAAAA")).contains("Record safe-haven/domestic-abuse/01KAVX");

        sql.sql("UPDATE person SET place_hidden = true WHERE ref = 'P-BBBBBB'").update();

        assertThat(told("P-AAAAAA")).contains("Record domestic-abuse-service/domestic-abuse/01KAVX").doesNotContain("safe-haven");
        assertThat(told(RECORD)).doesNotContain("safe-haven");
    }

    @Test
    void showsNobodyWhoIsAccused() {
        assertThat(told(RECORD)).contains("VICTIM 0 is P-BBBBBB", "It accuses somebody, who is not shown here.").doesNotContain("P-CCCCCC");
        assertThat(told("P-CCCCCC")).contains("A record speaks of them as ALLEGED_PERPETRATOR").doesNotContain("01KAVX");
    }
}
