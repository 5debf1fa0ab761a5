package org.earlyhelp.hub.need.trial;

/**
 * One family that other rules would treat otherwise today.
 *
 * @param family     F- reference; nothing else of the family is said
 * @param ruleBefore the rule that names its alert under the rules in force; null for no alert
 * @param ruleAfter  the same under the candidate
 */
public record FamilyDifference(String family, Kind kind, String ruleBefore, String ruleAfter, int levelBefore, int levelAfter) {
    /** Whether an alert comes, goes, or is another. */
    public enum Kind { GAIN, LOSE, CHANGE }
}
