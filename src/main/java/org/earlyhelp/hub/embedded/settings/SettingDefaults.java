package org.earlyhelp.hub.embedded.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The defaults of all settings, as {@code application.yaml} states them. */
final class SettingDefaults {
    private SettingDefaults() {
    }

    /** By property name; a setting without default is not in it. */
    static Map<String, String> read() {
        try {
            List<PropertySource<?>> sources = new YamlPropertySourceLoader().load("defaults", new ClassPathResource("application.yaml"));
            Map<String, String> defaults = new HashMap<>();
            for (HubOption option : HubOption.values()) {
                for (PropertySource<?> source : sources) {
                    Object value = source.getProperty(option.property());
                    if (value != null) {
                        defaults.put(option.property(), value.toString());
                    }
                }
            }
            return defaults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
