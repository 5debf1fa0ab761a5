package org.earlyhelp.hub.person;

import java.time.LocalDate;

/** The general fact for every other agency: a code of {@code rules/concerns.yaml} about the SUBJECT or CHILD of the record. */
public record Concern(String code, LocalDate date, String grade, Status status) implements Fact {
    /** OPEN where the sender states nothing; a CLOSED concern holds no rule any more. */
    public enum Status { OPEN, CLOSED }
}
