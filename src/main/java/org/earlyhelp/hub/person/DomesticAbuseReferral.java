package org.earlyhelp.hub.person;

import java.time.Instant;
import java.util.List;

/**
 * One version of a domestic-abuse referral. Victim, alleged perpetrator and children are mentions of the record.
 *
 * @param occurredAt            never null
 * @param tool                  the assessment as judged; null when none was sent
 * @param safeContact           null when not stated
 * @param exposures             by index of the CHILD mentions; UNKNOWN where not stated
 * @param perpetratorIsTo       the alleged perpetrator's relationship to the victim, as sent
 */
public record DomesticAbuseReferral(Kind kind, Source source, Instant occurredAt, Tool tool, boolean maracReferred,
                                    SafeContact safeContact, List<Exposure> exposures, String perpetratorIsTo) implements Fact {
    /** CANCELLED as the highest version takes the referral out of every rule. */
    public enum Kind { INITIAL, CORRECTION, CANCELLED }

    /** Who referred: police, an independent domestic violence adviser, or another service. */
    public enum Source { POLICE, IDVA, SERVICE }

    /** Of the risk, as the tool words it. */
    public enum Grade { STANDARD, MEDIUM, HIGH }

    /** What a child saw or heard of it, the nearest first. */
    public enum Exposure { INVOLVED, SAW, HEARD, IN_HOUSEHOLD, NOT_PRESENT, UNKNOWN }

    /** As the sender states it; UNKNOWN is stated too. */
    public enum Answer { YES, NO, UNKNOWN }

    /** {@code grade} is taken as sent and never recomputed from {@code ticks}. Anything may be null. */
    public record Tool(String name, String version, Integer ticks, Grade grade, String judgedBy) {
    }

    /** How the victim may be reached; {@code how} and {@code when} may be null. */
    public record SafeContact(Answer answer, String how, String when) {
    }

    public DomesticAbuseReferral {
        exposures = List.copyOf(exposures);
    }
}
