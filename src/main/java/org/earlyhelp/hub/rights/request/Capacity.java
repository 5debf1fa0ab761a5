package org.earlyhelp.hub.rights.request;

/** For whom somebody asks: for themselves, for a child as a parent with parental responsibility, or on a written authority. */
public enum Capacity {
    SELF, PARENT, REPRESENTATIVE;

    /** Whether the data is another person's than the one who asks. */
    public boolean isForAnother() {
        return this != SELF;
    }
}
