package org.earlyhelp.hub.intake.canary;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a canary in a lane, {@code <ulid>.look~canary}. Only the hub writes into lanes, so no agency can send one. */
public record CanaryFile(String upload) {
    private static final String ENDING = ".look~canary";
    private static final Pattern NAME = Pattern.compile("([0-9A-HJKMNP-TV-Z]{26})" + Pattern.quote(ENDING));

    /** Reads a name in a lane; empty when it is no canary's. */
    public static Optional<CanaryFile> parse(String fileName) {
        Matcher name = NAME.matcher(fileName);
        return name.matches() ? Optional.of(new CanaryFile(name.group(1))) : Optional.empty();
    }

    /** The file name in the lane. */
    public String fileName() {
        return upload + ENDING;
    }
}
