package org.earlyhelp.hub.intake.take;

import java.util.Optional;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DoorTerms;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.springframework.stereotype.Component;

/** Which feeds may be taken today, by agreement and mapping. Thread-safe. */
@Component
public class Feeds {
    private final AgreementBook agreements;
    private final MappingBook mappings;
    private final HubClock clock;

    /** Either the feed, or a plain sentence why its files have to wait. */
    public sealed interface Standing {
        record Open(Feed feed) implements Standing {
        }

        record Waits(String reason) implements Standing {
        }
    }

    public Feeds(AgreementBook agreements, MappingBook mappings, HubClock clock) {
        this.agreements = agreements;
        this.mappings = mappings;
        this.clock = clock;
    }

    /** The sender of a file within its agency; empty for the agency itself, and for one that the agreement names no more. */
    public Optional<DoorTerms.Sender> senderOf(AccountName account) {
        return agreements.agreementOf(account.agency()).filter(agreement -> account.sender() != null).map(agreement -> agreement.door().senders().get(account.sender()));
    }

    /** Whether an agreement stands and does not name that sender of its agency. */
    public boolean isNamedNoMore(AccountName account) {
        return account.sender() != null && agreements.agreementOf(account.agency()).isPresent() && senderOf(account).isEmpty();
    }

    /** How the feed stands today for that account: a sender may be held to the rows of its own school. */
    public Standing standing(AccountName account, String feed) {
        Standing standing = standing(account.agency(), feed);
        if (account.sender() == null || !(standing instanceof Standing.Open open)) {
            return standing;
        }
        return senderOf(account).<Standing>map(sender -> new Standing.Open(new Feed(open.feed().terms(), open.feed().mapping(), OwnRows.of(sender.urn(), open.feed().mapping()))))
                .orElseGet(() -> new Standing.Waits("The sharing agreement names this sender no more."));
    }

    /** How the feed stands today. Feeds by which a child in danger is heard of go on when the agreement has ended, not before it begins. */
    public Standing standing(String agency, String feed) {
        Optional<FeedTerms> terms = agreements.feed(agency, feed);
        if (terms.isEmpty()) {
            return new Standing.Waits("No agreement names this feed yet." + whoSigns("the agency"));
        }
        Agreement agreement = agreements.agreementOf(agency).orElseThrow();
        Optional<String> why = whyWaiting(agreement, feed);
        if (why.isPresent()) {
            return new Standing.Waits(why.get());
        }
        Optional<Mapping> mapping = mappings.find(terms.get().mapping()).map(layout -> layout.forSender(agency));
        return mapping.<Standing>map(layout -> new Standing.Open(new Feed(terms.get(), layout)))
                .orElseGet(() -> new Standing.Waits("The layout \"" + terms.get().mapping() + "\" of this feed is not ready at the hub."));
    }

    /** The feed, whether or not its files may be taken today: what was taken by mistake may always be undone. */
    public Optional<Feed> known(String agency, String feed) {
        return agreements.feed(agency, feed).flatMap(terms -> mappings.find(terms.mapping()).map(layout -> new Feed(terms, layout.forSender(agency))));
    }

    private Optional<String> whyWaiting(Agreement agreement, String feed) {
        return switch (agreement.standingOn(clock.today())) {
            case NOT_BEGUN -> Optional.of("The sharing agreement " + agreement.id() + " begins on " + PlainTime.of(agreement.start())
                    + ". The file is taken by itself on that day.");
            case LAPSED -> Agreement.FEEDS_OF_HARM.contains(feed) ? paused(agreement, feed) : Optional.of("The sharing agreement " + agreement.id()
                    + " ended on " + PlainTime.of(agreement.end()) + " and its " + Agreement.GRACE_DAYS + " days of grace are over." + whoSigns(agreement.name()));
            case IN_FORCE, GRACE, NONE -> paused(agreement, feed);
        };
    }

    private static Optional<String> paused(Agreement agreement, String feed) {
        return agreement.feeds().get(feed).paused()
                ? Optional.of("This feed is paused by the sharing agreement " + agreement.id() + ". The file is taken by itself when it goes on.") : Optional.empty();
    }

    private String whoSigns(String agency) {
        Borough borough = agreements.borough();
        return " For " + borough.name() + " and " + agency + " to sign: ask " + borough.officer() + ". Once it is in force the file is taken by itself.";
    }
}
