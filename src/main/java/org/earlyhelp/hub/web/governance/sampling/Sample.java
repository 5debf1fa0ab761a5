package org.earlyhelp.hub.web.governance.sampling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.audit.LogSample.Draw;

/**
 * A sample of one month's entries.
 *
 * @param population from how many entries it was drawn
 * @param entries    in the order drawn
 * @param signature  empty until a second person has signed
 */
public record Sample(long id, Draw draw, long population, String drawnBy, Instant drawnAt, List<Drawn> entries, Optional<Signature> signature) {
    /** Fewer say nothing, more nobody judges with care. */
    public static final int SIZE_LIMIT = 200;

    /** What somebody found of an entry. QUERY: somebody was asked and has not answered. */
    public enum Verdict { JUSTIFIED, NOT_JUSTIFIED, QUERY }

    /** Who found what. */
    public record Judgement(Verdict verdict, String note, String by, Instant at) {
    }

    /** Who signed, with what they say of the whole. */
    public record Signature(String by, Instant at, String remark) {
    }

    /** One entry of the sample: place from 1, id of the log's entry, judgements oldest first. */
    public record Drawn(int place, String entry, List<Judgement> judgements) {
        public Drawn {
            judgements = List.copyOf(judgements);
        }

        /** The one that counts. */
        Optional<Judgement> judgement() {
            return judgements.isEmpty() ? Optional.empty() : Optional.of(judgements.get(judgements.size() - 1));
        }

        boolean isOpen() {
            return judgement().filter(found -> found.verdict() != Verdict.QUERY).isEmpty();
        }
    }

    public Sample {
        entries = List.copyOf(entries);
    }

    /** How many entries wait for a judgement or an answer. */
    long open() {
        return entries.stream().filter(Drawn::isOpen).count();
    }

    long found(Verdict verdict) {
        return entries.stream().map(Drawn::judgement).flatMap(Optional::stream).filter(judgement -> judgement.verdict() == verdict).count();
    }

    /** Accounts that drew it or judged any of it: none of them may sign. */
    List<String> hands() {
        return Stream.concat(Stream.of(drawnBy), entries.stream().flatMap(one -> one.judgements().stream()).map(Judgement::by)).distinct().toList();
    }

    /** The next entry after that place that is open, from the beginning again after the last. */
    Optional<Drawn> nextOpen(int place) {
        return Stream.concat(entries.stream().filter(one -> one.place() > place), entries.stream()).filter(Drawn::isOpen).findFirst();
    }
}
