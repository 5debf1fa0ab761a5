package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgreementAccountTests extends AgreementFolderTest {
    @Test
    void readsSendersWithKeysOfTheirOwn() {
        files.with("clearwater", "keys: [] ", "keys: [ssh-ed25519 AAAAone ours]\naccounts:\n  - name: Case Software Ltd\n    keys: [ssh-ed25519 AAAAtwo theirs]\n    until: 2026-12-31\n# ");

        book.load(folder);

        assertThat(book.faults()).isEmpty();
        Agreement agreement = book.agreementOf("clearwater").orElseThrow();
        assertThat(agreement.accounts()).extracting(Agreement.Account::name).containsExactly("Clearwater", "Case Software Ltd");
        assertThat(agreement.keysOn(LocalDate.of(2026, 12, 31))).containsExactly("ssh-ed25519 AAAAone ours", "ssh-ed25519 AAAAtwo theirs");
        assertThat(agreement.keysOn(LocalDate.of(2027, 1, 1))).containsExactly("ssh-ed25519 AAAAone ours");
    }

    @Test
    void readsAccountsOfSchoolsAndWhereTheyMayComeFrom() {
        files.with("avonford-schools", "feeds:", """
                addresses: [192.0.2.0/24]
                quota: {files: 50}
                senders:
                  oak-primary: {name: Oak Primary School, urn: "999101", addresses: ["2001:db8::/32"], until: 2027-08-31, keys: [ssh-ed25519 AAAA]}
                  elm-academy: {name: Elm Academy}
                feeds:""");
        book.load(folder);

        assertThat(book.faults()).isEmpty();
        Agreement schools = book.agreementOf("avonford-schools").orElseThrow();
        assertThat(schools.accountNames()).containsExactly("avonford-schools", "avonford-schools.elm-academy", "avonford-schools.oak-primary");
        assertThat(schools.door().quota()).isEqualTo(new DoorTerms.Quota(50, 20_480));
        assertThat(schools.door().addressesOf("oak-primary")).hasToString("[2001:db8::/32]");
        assertThat(schools.door().addressesOf("elm-academy")).hasToString("[192.0.2.0/24]");
        assertThat(schools.door().senders().get("oak-primary").keysOn(LocalDate.parse("2027-08-31"))).hasSize(1);
        assertThat(schools.door().senders().get("oak-primary").keysOn(LocalDate.parse("2027-09-01"))).isEmpty();
    }

    @Test
    void namesWhatIsWrongWithAnAccount() {
        files.with("avonford-schools", "keys: []", "keys: [ssh-ed25519 AAAA]");
        files.with("avonford-schools", "feeds:", """
                addresses: [192.0.2.0/33]
                senders:
                  oak-primary: {name: Oak Primary School, urn: "999101", keys: [ssh-ed25519 AAAA]}
                  elm-academy: {name: Elm Academy, urn: "999101"}
                feeds:""");
        book.load(folder);

        assertThat(book.faults()).extracting(Object::toString).map(fault -> fault.replaceFirst(":\\d+:", ":")).containsExactlyInAnyOrder(
                "avonford-schools.yaml: the number behind the / must be from 1 to 32", "avonford-schools.yaml: the same key stands twice; each sender has keys of their own",
                "avonford-schools.yaml: two senders are held to this school; each school has one");
    }

    @Test
    void letsNoKeyOpenForTwoSenders() {
        files.with("clearwater", "keys: [] ", "keys: [ssh-ed25519 AAAAone ours]\naccounts:\n  - name: Case Software Ltd\n    keys: [ssh-ed25519 AAAAone theirs]\n"
                + "  - name: Case Software Ltd\n    keys: [ssh-ed25519 AAAAtwo]\n# ");

        book.load(folder);

        assertThat(book.faults()).extracting(Object::toString).map(fault -> fault.replaceFirst(":\\d+:", ":")).containsExactlyInAnyOrder(
                "clearwater.yaml: the same key stands twice; each sender has keys of their own", "clearwater.yaml: the account Case Software Ltd stands twice");
    }
}
