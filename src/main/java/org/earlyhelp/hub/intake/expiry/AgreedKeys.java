package org.earlyhelp.hub.intake.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.SignerKeys;
import org.springframework.stereotype.Component;

/** What agreements name that ends: the SSH keys of senders with a last day, and the PGP keys by which files are signed. */
@Component
class AgreedKeys implements EndingSource {
    private final AgreementBook agreements;
    private final HubClock clock;

    AgreedKeys(AgreementBook agreements, HubClock clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    @Override
    public Look look() {
        List<Ending> endings = new ArrayList<>();
        for (Agreement agreement : agreements.agreements()) {
            if (agreements.inForce(agreement.agency(), clock.today())) {
                endings.addAll(signers(agreement));
                endings.addAll(doors(agreement));
            }
        }
        return Look.of(endings);
    }

    private List<Ending> signers(Agreement agreement) {
        List<Ending> endings = new ArrayList<>();
        agreement.feeds().forEach((feed, terms) -> SignerKeys.of(terms.form().signers()).ends().forEach((id, end) ->
                endings.add(ending("pgp " + agreement.agency() + "/" + feed + " " + id, "The PGP key " + id + ", which signs files of " + agreement.agency() + "/" + feed + ",", end,
                        "Files signed with it are refused from then on. Ask for the new key and put it into the agreement, beside this one until it has ended."))));
        return endings;
    }

    private List<Ending> doors(Agreement agreement) {
        List<Ending> endings = new ArrayList<>();
        for (int i = 0; i < agreement.accounts().size(); i++) {
            Agreement.Account account = agreement.accounts().get(i);
            if (account.until() != null && !account.keys().isEmpty()) {
                endings.add(door(agreement.agency() + " " + i, "The SFTP access of " + account.name() + " (" + agreement.agency() + ")", account.until()));
            }
        }
        agreement.door().senders().values().stream().filter(sender -> sender.until() != null && !sender.keys().isEmpty())
                .forEach(sender -> endings.add(door(agreement.agency() + "." + sender.id(), "The SFTP access of " + sender.name() + " (" + agreement.agency() + "." + sender.id() + ")", sender.until())));
        return endings;
    }

    private Ending door(String key, String what, LocalDate until) {
        return ending("ssh " + key, what, London.startOf(until.plusDays(1)), "From then on its keys open no door, and no file comes. Set a later day in the agreement.");
    }

    private Ending ending(String key, String what, Instant end, String then) {
        return Ending.at(key, what, end, clock.now(), then, "/accounts");
    }
}
