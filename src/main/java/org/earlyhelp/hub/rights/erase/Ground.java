package org.earlyhelp.hub.rights.erase;

import java.util.Arrays;
import java.util.Optional;

/** Why a person has a right to erasure. Source: UK GDPR, Article 17(1). */
public enum Ground {
    NO_LONGER_NEEDED("17(1)(a)", "The data is no longer needed for what it was shared for"),
    OBJECTED("17(1)(c)", "The person objected and nothing weighs more"),
    UNLAWFUL("17(1)(d)", "The data should never have been processed"),
    LEGAL_DUTY("17(1)(e)", "A law or a court says that it must be erased");

    private final String article;
    private final String words;

    Ground(String article, String words) {
        this.article = article;
        this.words = words;
    }

    /** Such as {@code 17(1)(a)}. */
    public String article() {
        return article;
    }

    /** One sentence without its full stop. */
    public String words() {
        return words;
    }

    /** The ground of that name; empty for what a form may send otherwise. */
    public static Optional<Ground> named(String name) {
        return Arrays.stream(values()).filter(ground -> ground.name().equals(name)).findFirst();
    }
}
