package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.earlyhelp.hub.sharing.SharingMakers.ask;
import static org.earlyhelp.hub.sharing.SharingMakers.person;
import static org.earlyhelp.hub.sharing.SharingMakers.shippedBook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.seal.Unsealed;
import org.earlyhelp.hub.sharing.storage.EntryTable;
import org.earlyhelp.hub.sharing.storage.KeyTable;
import org.earlyhelp.hub.support.TestDatabase;
import org.earlyhelp.hub.support.TestFolders;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DisclosureDeskTests {
    private static final Recipient QUEUE = Recipient.queue("frontdoor.early-help");
    private static final Recipient WORKER = Recipient.role("front-door", "j.smith");

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final EntrySeal seal = new EntrySeal(LogKeys.open(TestFolders.fresh(), new KeyTable(sql), () -> "log"));
    private final DisclosureDesk desk = new JdbcDisclosureDesk(shippedBook(), new EntryTable(new JdbcTemplate(database), seal), SharingRoom.signing(), new SideJournal(TestFolders.fresh(), seal),
            HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z")), transactions);

    @Test
    void writesWhatWasSentAndWhatStayed() {
        Disclosure<String> disclosure = transaction.execute(status -> desk.disclose(missingNotice(), allowance -> "message"));

        Allowance.Entry entry = ((Disclosed<String>) disclosure).allowance().entries().get(0);
        JsonNode payload = payload(entry.entry());
        assertThat(entry.agreement()).isEqualTo("ISA-AVON-POLICE-1");
        assertThat(payload.path("kind").asString()).isEqualTo("SENT");
        assertThat(payload.path("person").asString()).isEqualTo("P-1");
        assertThat(payload.path("recipient").path("name").asString()).isEqualTo("frontdoor.early-help");
        assertThat(payload.path("agreement").asString()).isEqualTo("ISA-AVON-POLICE-1@1");
        assertThat(payload.path("agreementStanding").asString()).isEqualTo("IN_FORCE");
        assertThat(payload.path("article6").asString()).startsWith("6(1)(e)");
        assertThat(payload.path("article10").asString()).isNotEmpty();
        assertThat(payload.path("fields").toString()).isEqualTo("[\"fact\"]");
        assertThat(payload.path("withheld").toString()).isEqualTo("[{\"class\":\"CONTACT\",\"field\":\"phone\",\"why\":\"this never leaves the hub's own pages\"}]");
        assertThat(payload.path("versions").path("rule").asString()).isEqualTo("stands-alone@1");
    }

    @Test
    void givesTheContentOnlyWhatIsAllowed() {
        Disclosed<Set<String>> disclosed = (Disclosed<Set<String>>) transaction.execute(status ->
                desk.disclose(missingNotice(), allowance -> allowance.allowed().get("P-1")));

        assertThat(disclosed.content()).containsExactlyInAnyOrder("fact", "avonford-police:fact");
        assertThat(disclosed.allowance().allows("P-1", "avonford-police", "fact")).isTrue();
        assertThat(disclosed.allowance().allows("P-1", "phone")).isFalse();
    }

    @Test
    void treatsANameAsWithheldWhenOneAgencyWithholdsIt() {
        DisclosureRequest request = ask(QUEUE).about(person("P-1").field("fact", DataClass.MISSING, "avonford-police")
                .field("fact", DataClass.HEALTH, "avonford-schools")).made();

        Disclosed<String> disclosed = (Disclosed<String>) transaction.execute(status -> desk.disclose(request, allowance -> ""));

        assertThat(disclosed.allowance().allows("P-1", "fact")).isFalse();
        assertThat(disclosed.allowance().allows("P-1", "avonford-police", "fact")).isTrue();
        assertThat(sql.sql("SELECT kind FROM sharing_entry ORDER BY ordinal").query(String.class).list()).containsExactly("SENT", "REFUSED");
        assertThat(disclosed.allowance().entries()).hasSize(1);
    }

    @Test
    void leavesNoEntryWhenTheActIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            desk.disclose(missingNotice(), allowance -> "");
            status.setRollbackOnly();
        });

        assertThat(entries()).isZero();
    }

    @Test
    void keepsTheEntryOfAViewThatFailedLater() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> desk.disclose(view(), allowance -> {
            throw new IllegalStateException("the page broke");
        }))).hasMessage("the page broke");

        assertThat(entries()).isOne();
    }

    @Test
    void commitsAViewBeforeItIsRendered() {
        long[] seen = new long[1];

        desk.disclose(view(), allowance -> seen[0] = entries());

        assertThat(seen[0]).isOne();
    }

    @Test
    void sendsNothingOutsideATransaction() {
        boolean[] rendered = new boolean[1];

        assertThatThrownBy(() -> desk.disclose(missingNotice(), allowance -> rendered[0] = true)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> desk.note(List.of(received("P-1")))).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(rendered[0]).isFalse();
        assertThat(entries()).isZero();
    }

    @Test
    void refusesInPlainWordsAndLogsIt() {
        DisclosureRequest request = ask(Recipient.role("ig", "i.auditor")).kind(ActKind.VIEWED).purpose(Purpose.GOVERNANCE)
                .about(person("P-1").field("name", DataClass.IDENTITY, "avonford-police")).made();

        Disclosure<String> answer = desk.disclose(request, allowance -> "never");

        Disclosure.Refused<String> refused = (Disclosure.Refused<String>) answer;
        assertThat(refused.reason()).isEqualTo("Nothing of this may be shown or sent: a reason is needed.");
        assertThat(payload(refused.entry()).path("kind").asString()).isEqualTo("REFUSED");
        assertThat(payload(refused.entry()).path("recipient").path("who").asString()).isEqualTo("i.auditor");
    }

    @Test
    void saysWhenNoAgreementIsInForce() {
        DisclosureRequest request = ask(QUEUE).level(4).about(person("P-1").field("fact", DataClass.HEALTH, "unheard-of")).made();

        Disclosed<String> disclosed = (Disclosed<String>) transaction.execute(status -> desk.disclose(request, allowance -> ""));

        Allowance.Entry entry = disclosed.allowance().entries().get(0);
        assertThat(entry.agreement()).isNull();
        assertThat(payload(entry.entry()).path("agreementStanding").asString()).isEqualTo("NO_AGREEMENT_IN_FORCE");
        assertThat(payload(entry.entry()).path("power").isEmpty()).isFalse();
    }

    @Test
    void notesManyActsInOrderAndTiedTogether() {
        List<Act> acts = IntStream.range(0, 12_000).mapToObj(i -> received("P-" + i)).toList();

        List<String> ids = transaction.execute(status -> desk.note(acts));

        assertThat(sql.sql("SELECT id FROM sharing_entry ORDER BY ordinal").query(String.class).list()).isEqualTo(ids);
        assertThat(sql.sql("SELECT count(DISTINCT act) FROM sharing_entry").query(Long.class).single()).isOne();
        assertThat(sql.sql("SELECT count(DISTINCT salt) FROM sharing_entry").query(Long.class).single()).isEqualTo(12_000);
        assertThat(payload(ids.get(7)).path("detail").path("delivery").asString()).isEqualTo("R-20261123-000001");
    }

    /** The bases are those of the agency whose data it is; an act of no single agency stands on the borough's own. */
    @Test
    void statesTheBasesOfActsThatDiscloseNothing() {
        List<String> ids = transaction.execute(status -> desk.note(List.of(received("P-1"), decided("P-2", null), decided("P-3", "unheard-of"))));

        ids.forEach(id -> assertThat(List.of("article6", "article9", "article10", "schedule1", "necessity", "power"))
                .filteredOn(member -> payload(id).path(member).isMissingNode()).as(id).isSubsetOf("article10"));
        assertThat(ids.stream().map(id -> payload(id).path("agreement").asString())).containsExactly("ISA-AVON-SCHOOLS-1@1", "HUB-AVONFORD-1@1", "HUB-AVONFORD-1@1");
        assertThat(ids.stream().map(id -> payload(id).path("agreementStanding").asString())).containsExactly("IN_FORCE", "IN_FORCE", "NO_AGREEMENT_IN_FORCE");
        assertThat(payload(ids.get(1)).path("article10").asString()).startsWith("Data Protection Act 2018");
    }

    private static Act decided(String person, String agency) {
        return new Act(ActKind.CORRECTED, person, Recipient.role("steward", "s.teward"), Purpose.MATCHING, agency, Set.of(DataClass.IDENTITY), Set.of("reference"), Map.of());
    }

    private static DisclosureRequest missingNotice() {
        return ask(QUEUE).about(person("P-1").field("fact", DataClass.MISSING, "avonford-police").field("phone", DataClass.CONTACT, "avonford-police")).made();
    }

    private static DisclosureRequest view() {
        return ask(WORKER).kind(ActKind.VIEWED).about(person("P-1").field("name", DataClass.IDENTITY, "avonford-police")).made();
    }

    private static Act received(String person) {
        return new Act(ActKind.RECEIVED, person, Recipient.role("hub", null), Purpose.EARLY_HELP, "avonford-schools", Set.of(DataClass.EDUCATION), Set.of("marks"),
                Map.of("delivery", "R-20261123-000001"));
    }

    private long entries() {
        return sql.sql("SELECT count(*) FROM sharing_entry").query(Long.class).single();
    }

    private JsonNode payload(String entry) {
        byte[] sealed = sql.sql("SELECT sealed FROM sharing_entry WHERE id = ?").param(entry).query((row, number) -> row.getBytes(1)).single();
        return JsonMapper.shared().readTree(((Unsealed.Open) seal.open(entry, sealed)).payload());
    }
}
