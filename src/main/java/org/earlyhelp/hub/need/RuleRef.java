package org.earlyhelp.hub.need;

/** A rule and the version of it that was applied. */
public record RuleRef(String id, int version) {
    /** {@code id@version}. */
    @Override
    public String toString() {
        return id + "@" + version;
    }
}
