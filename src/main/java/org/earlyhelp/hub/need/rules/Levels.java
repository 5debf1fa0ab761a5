package org.earlyhelp.hub.need.rules;

/** How many groups of needs make level 2 and 3; above {@code managerAboveGroups} a manager is asked to look. */
public record Levels(int twoFromGroups, int threeFromGroups, int managerAboveGroups) {
    /** 1 to 3: the level that the count of groups alone makes. */
    public int ofGroups(long groups) {
        if (groups >= threeFromGroups) {
            return 3;
        }
        return groups >= twoFromGroups ? 2 : 1;
    }
}
