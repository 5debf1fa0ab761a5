package org.earlyhelp.hub.intake.take;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.envelope.EnvelopeCheck;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.storage.DeliveryLists;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.mapping.MappingResult;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.mapping.RowFault;
import org.earlyhelp.hub.sharing.Agreement;
import org.springframework.stereotype.Component;

/** Asks, before anything of a file is stored, whether it may be taken at all. Thread-safe. */
@Component
public class WholeFileChecks {
    /** The same content sent again after a longer time may be an old file sent by mistake. */
    static final Duration REPEAT_HELD_AFTER = Duration.ofDays(30);
    private final DeliveryLists deliveries;
    private final RawStore raw;
    private final EnvelopeCheck envelopes;

    /** Why a file is not taken, and the line for its receipt. */
    public record Refusal(Verdict verdict, List<DeliveryError> errors) {
    }

    public WholeFileChecks(DeliveryLists deliveries, RawStore raw, EnvelopeCheck envelopes) {
        this.deliveries = deliveries;
        this.raw = raw;
        this.envelopes = envelopes;
    }

    Optional<Refusal> refusal(Delivery delivery, Feed feed, MappingTime time) {
        return duplicate(delivery, feed).or(() -> longAgo(delivery, feed)).or(() -> ofContent(delivery, feed, time));
    }

    /** Why the content of a file is not taken, whatever came before it. */
    public Optional<Refusal> ofContent(Delivery delivery, Feed feed, MappingTime time) {
        Optional<Refusal> unfit = wrapped(delivery, feed).or(() -> unreadable(delivery, feed));
        return isOfHarm(feed) ? unfit : unfit.or(() -> cutOff(delivery, feed)).or(() -> tooManyBadRows(delivery, feed, time));
    }

    /** What is wrong with the whole of a file of a feed of harm, of which the good notices are taken all the same: no fault of form silences a child in danger. */
    List<DeliveryError> warnings(Delivery delivery, Feed feed) {
        return isOfHarm(feed) ? trailerFault(delivery, feed).map(stop -> error(stop, true, stop.message() + " What came of it was taken.")).stream().toList() : List.of();
    }

    private static boolean isOfHarm(Feed feed) {
        return Agreement.FEEDS_OF_HARM.contains(feed.terms().feed());
    }

    /** Content that was taken before changes nothing, unless mapping, agreement or the state between have changed. */
    private Optional<Refusal> duplicate(Delivery delivery, Feed feed) {
        if (delivery.test()) {
            return Optional.empty();
        }
        return deliveries.sameContent(delivery)
                .filter(earlier -> feed.mapping().reference().equals(earlier.mapping()) && feed.terms().agreementRef().equals(earlier.agreement()))
                .filter(earlier -> feed.hasVersions() || !deliveries.tookOthersBetween(earlier, delivery))
                .map(earlier -> new Refusal(Verdict.duplicateOf(earlier.receipt()), List.of()));
    }

    private Optional<Refusal> wrapped(Delivery delivery, Feed feed) {
        return envelopes.refusal(delivery, feed.terms().form()).map(fault -> new Refusal(Verdict.rejected(fault.message()), List.of(fault)));
    }

    /** Where the newest arrival stands, a file of long ago would put an old state back over all that came since: a person decides. */
    private Optional<Refusal> longAgo(Delivery delivery, Feed feed) {
        if (delivery.test() || feed.hasVersions()) {
            return Optional.empty();
        }
        return deliveries.sameContent(delivery)
                .filter(earlier -> earlier.receivedAt().isBefore(delivery.receivedAt().minus(REPEAT_HELD_AFTER)))
                .filter(earlier -> deliveries.tookOthersBetween(earlier, delivery))
                .map(earlier -> new Refusal(Verdict.held("This is the content of receipt " + earlier.receipt() + ", taken more than " + REPEAT_HELD_AFTER.toDays()
                        + " days ago, and newer files came since; an operator looks at it.", Verdict.Wait.OPERATOR), List.of()));
    }

    private Optional<Refusal> unreadable(Delivery delivery, Feed feed) {
        return found(delivery, feed.mapping()::precheck).map(stop -> refusal(stop, stop.message()));
    }

    private Optional<Refusal> cutOff(Delivery delivery, Feed feed) {
        return trailerFault(delivery, feed).map(stop -> refusal(stop, stop.message() + " Nothing of it was taken."));
    }

    private Optional<SourceItem.Stop> trailerFault(Delivery delivery, Feed feed) {
        return feed.mapping().trailer().isEmpty() ? Optional.empty() : found(delivery, feed.mapping()::trailerFault);
    }

    private Optional<SourceItem.Stop> found(Delivery delivery, Function<InputStream, Optional<SourceItem.Stop>> check) {
        try (InputStream content = raw.open(delivery.upload(), delivery.receivedAt())) {
            return check.apply(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal refusal(SourceItem.Stop stop, String message) {
        return new Refusal(Verdict.rejected(message), List.of(error(stop, false, message)));
    }

    private static DeliveryError error(SourceItem.Stop stop, boolean warning, String message) {
        return new DeliveryError(stop.at().line(), stop.at().record(), null, stop.code(), warning, message, stop.fix());
    }

    private Optional<Refusal> tooManyBadRows(Delivery delivery, Feed feed, MappingTime time) {
        if (feed.mapping().badShareLimit().isEmpty()) {
            return Optional.empty();
        }
        double limit = feed.mapping().badShareLimit().getAsDouble();
        long rows = 0;
        long bad = 0;
        try (InputStream content = raw.open(delivery.upload(), delivery.receivedAt()); SourceReader reader = feed.mapping().open(content)) {
            while (reader.hasNext()) {
                rows++;
                bad += isBad(reader.next(), feed, time) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows == 0 || bad < rows * limit ? Optional.empty() : Optional.of(refusedByShare(rows, bad, limit));
    }

    private static boolean isBad(SourceItem item, Feed feed, MappingTime time) {
        return !(item instanceof SourceItem.Row row) || feed.mapping().apply(row.source(), time) instanceof MappingResult.Rejected;
    }

    private static Refusal refusedByShare(long rows, long bad, double limit) {
        RowFault fault = RowFault.tooManyBad(bad, rows, limit);
        return new Refusal(Verdict.rejected(fault.message()), List.of(new DeliveryError(0, 0, null, fault.code(), false, fault.message(), fault.fix())));
    }
}
