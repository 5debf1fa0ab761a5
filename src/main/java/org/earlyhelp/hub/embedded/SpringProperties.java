package org.earlyhelp.hub.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.earlyhelp.hub.embedded.settings.HubOption;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.earlyhelp.hub.embedded.watch.TracingSetup;

/** The hub's settings as the properties that Spring and the hub's beans read. */
final class SpringProperties {
    private SpringProperties() {
    }

    /** The arguments that Spring starts with; {@code logs} is the folder of the hub's logs. */
    static String[] of(StartSettings settings, int httpPort, Path logs) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("hub.log-dir", logs.toString());
        properties.put("server.address", settings.bind());
        properties.put("server.port", httpPort);
        settings.certificate().ifPresent(certificate -> {
            properties.put("server.ssl.bundle", "hub");
            properties.put("spring.ssl.bundle.pem.hub.keystore.certificate", certificate.chain().toUri().toString());
            properties.put("spring.ssl.bundle.pem.hub.keystore.private-key", certificate.key().toUri().toString());
        });
        settings.traces().ifPresent(collector -> properties.putAll(Map.of("management.opentelemetry.enabled", true, "management.tracing.export.enabled", true,
                "management.opentelemetry.tracing.export.otlp.endpoint", collector.toString().replaceFirst("/$", "") + "/v1/traces", TracingSetup.SWITCH, true)));
        settings.linkageModel().ifPresent(file -> properties.put(HubOption.HUB_LINKAGE_MODEL.property(), file.toString()));
        settings.outside().witness().ifPresent(address -> properties.put(HubOption.HUB_WITNESS_URL.property(), address.toString()));
        settings.outside().witnessKey().ifPresent(key -> properties.put(HubOption.HUB_WITNESS_KEY.property(), key));
        settings.outside().checkpoints().ifPresent(folder -> properties.put(HubOption.HUB_CHECKPOINT_DIR.property(), folder.toString()));
        settings.outside().checkpointMail().ifPresent(to -> properties.put(HubOption.HUB_CHECKPOINT_MAIL.property(), to));
        told(settings.outside().alarms(), HubOption.HUB_ALARM_WEBHOOK, HubOption.HUB_ALARM_MAIL, properties);
        told(settings.outside().managers(), HubOption.HUB_MANAGER_WEBHOOK, HubOption.HUB_MANAGER_MAIL, properties);
        told(settings.outside().outOfHours(), HubOption.HUB_OUT_OF_HOURS_WEBHOOK, HubOption.HUB_OUT_OF_HOURS_MAIL, properties);
        settings.outside().mail().ifPresent(mail -> properties.putAll(Map.of(HubOption.HUB_MAIL_SERVER.property(), mail.server().toString(),
                HubOption.HUB_MAIL_FROM.property(), mail.from(), HubOption.HUB_MAIL_USER.property(), mail.user())));
        settings.duty().forEach((option, text) -> properties.put(option.property(), text));
        if (settings.behindProxy()) {
            properties.put("server.forward-headers-strategy", "native");
        }
        return properties.entrySet().stream().map(property -> "--" + property.getKey() + "=" + property.getValue()).toArray(String[]::new);
    }

    private static void told(StartSettings.Told told, HubOption webhook, HubOption mail, Map<String, Object> properties) {
        told.webhook().ifPresent(address -> properties.put(webhook.property(), address.toString()));
        told.mail().ifPresent(to -> properties.put(mail.property(), to));
    }
}
