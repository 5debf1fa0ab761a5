package org.earlyhelp.hub.linkage.compare;

/** How the parents or carers whom two children's records name stand to each other. */
public enum ParentLevel implements ComparisonLevel {
    /** By sound: one name on both sides is enough. */
    SAME_PARENT("a parent or carer of one name"),
    /** Says nothing: children have two parents, and each record may name the other one. */
    OTHER_PARENT("parents or carers of other names, which says nothing");

    private final String words;

    ParentLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
