package org.earlyhelp.hub.sharing.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.sharing.SharingMakers.ask;
import static org.earlyhelp.hub.sharing.SharingMakers.person;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementFiles;
import org.earlyhelp.hub.sharing.AgreementNotices.Notice;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.SharingRoom;
import org.earlyhelp.hub.sharing.storage.AgreementNoticeStore;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One agreement ends on 31 March 2027 with its review on 1 March; the others end in 2030, their review on 1 April 2027. */
class AgreementWatchTests {
    private static final String CLEARWATER = "clearwater";

    @TempDir
    private Path folder;
    private final DataSource database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private final AgreementBook book = new AgreementBook();
    private final AgreementNoticeStore store = new AgreementNoticeStore(JdbcClient.create(database));
    private AgreementFiles files;

    @BeforeEach
    void endsSoon() {
        files = AgreementFiles.copiedTo(folder).with(CLEARWATER, "review: 2027-04-01", "review: 2027-03-01").with(CLEARWATER, "end: 2030-03-31", "end: 2027-03-31");
        book.load(folder);
    }

    private List<String> given(String moment) {
        clock.to(moment);
        JdbcClient.create(database).sql("UPDATE agreement_notice SET at = 'epoch'").update();
        new AgreementWatch(book, store, clock.asHubClock()).look();
        return store.newest(99).stream().filter(notice -> notice.agency().equals(CLEARWATER) && notice.at().getEpochSecond() > 0)
                .map(notice -> notice.kind().name()).toList();
    }

    @Test
    void noticesEachThresholdOnceUpToTheEnd() {
        assertThat(given("2026-11-23T08:00:00Z")).isEmpty();
        assertThat(given("2026-12-01T08:00:00Z")).containsExactly("REVIEW_IN_90_DAYS");
        assertThat(given("2026-12-31T08:00:00Z")).containsExactlyInAnyOrder("ENDS_IN_90_DAYS", "REVIEW_IN_60_DAYS");
        assertThat(given("2027-01-29T08:00:00Z")).isEmpty();
        assertThat(given("2027-01-30T08:00:00Z")).containsExactlyInAnyOrder("ENDS_IN_60_DAYS", "REVIEW_IN_30_DAYS");
        assertThat(given("2027-03-01T08:00:00Z")).containsExactlyInAnyOrder("ENDS_IN_30_DAYS", "REVIEW_IN_7_DAYS");
        assertThat(given("2027-03-02T08:00:00Z")).containsExactly("REVIEW_OVERDUE");
        assertThat(given("2027-03-24T08:00:00Z")).containsExactly("ENDS_IN_7_DAYS");
        assertThat(given("2027-03-31T08:00:00Z")).isEmpty();
    }

    @Test
    void tellsOfTheGraceOnceAndOfItsEndAtOnceAndDaily() {
        assertThat(given("2027-04-01T08:00:00Z")).containsExactly("IN_GRACE");
        assertThat(given("2027-04-14T08:00:00Z")).isEmpty();
        assertThat(given("2027-04-15T00:00:00Z")).containsExactly("NOT_IN_FORCE");
        assertThat(given("2027-04-15T20:00:00Z")).isEmpty();
        assertThat(given("2027-04-16T08:00:00Z")).containsExactly("NOT_IN_FORCE");
    }

    @Test
    void givesAHubThatWasDownTheLastNoticeOnly() {
        assertThat(given("2027-03-20T08:00:00Z")).containsExactlyInAnyOrder("ENDS_IN_30_DAYS", "REVIEW_OVERDUE");
        assertThat(given("2027-03-20T09:00:00Z")).isEmpty();
    }

    @Test
    void noticesANewEndAnew() {
        given("2027-03-26T08:00:00Z");
        files.with(CLEARWATER, "end: 2027-03-31", "end: 2028-03-31");
        book.load(folder);

        assertThat(given("2027-03-27T08:00:00Z")).isEmpty();
        assertThat(given("2028-03-26T08:00:00Z")).containsExactly("ENDS_IN_7_DAYS");
    }

    @Test
    void saysNothingOfOneThatHasNotBegun() {
        files.with(CLEARWATER, "start: 2025-04-01", "start: 2027-02-01");
        book.load(folder);

        assertThat(given("2026-12-31T08:00:00Z")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "3, 0"})
    void tellsWhenDataWentOutWithoutAnAgreement(int level, int notices) {
        clock.to("2027-04-20T08:00:00Z");
        DisclosureDesk desk = SharingRoom.desk(book, database, clock.asHubClock());
        new TransactionTemplate(new JdbcTransactionManager(database)).execute(status -> desk.disclose(ask(Recipient.queue("frontdoor.first-contact")).level(level)
                .purpose(Purpose.SAFEGUARDING).about(person("P-1").field("fact", DataClass.SAFEGUARDING, CLEARWATER)).made(), allowance -> "sent"));

        assertThat(given("2027-04-20T08:01:00Z").stream().filter("WENT_ON"::equals).count()).isEqualTo(notices);
        assertThat(store.wentOnSince(clock.instant().minusSeconds(3600))).hasSize(notices);
    }

    @Test
    void keepsOneNoticeHoweverManyHubsLook() {
        given("2027-03-26T08:00:00Z");
        new AgreementWatch(book, store, clock.asHubClock()).look();

        assertThat(store.newest(99)).filteredOn(notice -> notice.agency().equals(CLEARWATER)).extracting(Notice::kind).doesNotHaveDuplicates();
    }
}
