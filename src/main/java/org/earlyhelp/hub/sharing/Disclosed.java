package org.earlyhelp.hub.sharing;

/** Content that passed the disclosure policy, its log entries already written in the caller's transaction. */
public final class Disclosed<T> implements Disclosure<T> {
    private final T content;
    private final Allowance allowance;

    Disclosed(T content, Allowance allowance) {
        this.content = content;
        this.allowance = allowance;
    }

    /** What was rendered for whoever asked. */
    public T content() {
        return content;
    }

    /** What of it may be shown. */
    public Allowance allowance() {
        return allowance;
    }
}
