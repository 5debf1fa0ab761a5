package org.earlyhelp.hub.cli.outside;

import java.util.Map;
import org.earlyhelp.hub.embedded.folder.KeptClock;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.HubClock;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who does something that is kept in the sharing log, and why: asked for by every verb that does. */
public final class ActOptions {
    /** Of {@code --as}. */
    public static final int ACCOUNT_LIMIT_CHARACTERS = 100;
    /** Of {@code --reason}. */
    public static final int REASON_LIMIT_CHARACTERS = 500;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who does it; kept in the log.")
    private String account;
    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in words that name no child; kept in the log.")
    private String reason;

    /** Who does it. Throws ParameterException when it is no word in one line. */
    public String account() {
        return word("--as", account, ACCOUNT_LIMIT_CHARACTERS);
    }

    /** Why. Throws ParameterException when it is no text in one line. */
    public String reason() {
        return word("--reason", reason, REASON_LIMIT_CHARACTERS);
    }

    /** The clock by which the hub on this data folder lives. */
    public static HubClock clock(Store store, Map<String, String> environment) {
        return KeptClock.in(store.dataDir()).map(KeptClock::clock).orElseGet(() -> SettingsReader.clock(environment).map(HubClock::fixedAt).orElseGet(HubClock::real));
    }

    /** Whether the text is something in one line that is no longer than that. Null is not. */
    public static boolean isWord(String text, int limitCharacters) {
        return text != null && !text.isBlank() && text.length() <= limitCharacters && text.chars().noneMatch(Character::isISOControl);
    }

    private String word(String option, String text, int limitCharacters) {
        if (!isWord(text, limitCharacters)) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " has 1 to " + limitCharacters + " characters in one line.");
        }
        return text;
    }
}
