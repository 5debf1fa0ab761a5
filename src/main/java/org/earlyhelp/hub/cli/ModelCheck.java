package org.earlyhelp.hub.cli;

import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.kernel.StartFailure;

/** What is wrong with the file of weights that {@code HUB_LINKAGE_MODEL} names. */
final class ModelCheck {
    private static final String SETTING = "HUB_LINKAGE_MODEL";

    private ModelCheck() {
    }

    /** One finding with all faults, or none. */
    static List<ConfigDoctor.Finding> findings(Map<String, String> environment) {
        try {
            SettingsReader.linkageModel(environment);
            return List.of();
        } catch (StartFailure e) {
            return List.of(new ConfigDoctor.Finding(SETTING, "", 0, e.getMessage().replaceFirst("^" + SETTING + ": ", "")));
        }
    }
}
