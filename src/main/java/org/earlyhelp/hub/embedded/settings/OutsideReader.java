package org.earlyhelp.hub.embedded.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.tell.WebhookChannel;

/** Reads who outside keeps the sharing log's checkpoints, and who is told of alarms and notices. */
final class OutsideReader {
    private final GivenSettings given;

    OutsideReader(GivenSettings given) {
        this.given = given;
    }

    StartSettings.Outside outside() {
        Optional<URI> witness = given.read(HubOption.HUB_WITNESS_URL, OutsideReader::httpAddress, "an address such as http://witness.example:7380");
        Optional<String> key = given.read(HubOption.HUB_WITNESS_KEY, line -> NoteKey.parse(line).map(NoteKey::vkey).orThrow(), "the key line that 'ehub witness' prints");
        if (given.text(HubOption.HUB_WITNESS_URL).isPresent()) {
            given.needs(HubOption.HUB_WITNESS_URL, HubOption.HUB_WITNESS_KEY);
        }
        Optional<Path> folder = given.path(HubOption.HUB_CHECKPOINT_DIR).map(path -> path.toAbsolutePath().normalize());
        folder.filter(path -> !Files.isDirectory(path)).ifPresent(path -> given.mistake("HUB_CHECKPOINT_DIR is " + path + ", which is no folder."));
        return new StartSettings.Outside(witness, key, folder, given.text(HubOption.HUB_CHECKPOINT_MAIL), mail(),
                told(HubOption.HUB_ALARM_WEBHOOK, HubOption.HUB_ALARM_MAIL), told(HubOption.HUB_MANAGER_WEBHOOK, HubOption.HUB_MANAGER_MAIL),
                told(HubOption.HUB_OUT_OF_HOURS_WEBHOOK, HubOption.HUB_OUT_OF_HOURS_MAIL));
    }

    private StartSettings.Told told(HubOption webhook, HubOption mail) {
        return new StartSettings.Told(given.read(webhook, OutsideReader::webhook, "an address such as https://alarms.example/hub; http goes to this machine only"), given.text(mail));
    }

    private static URI webhook(String text) {
        URI address = URI.create(text);
        if (!WebhookChannel.mayBeCalled(address)) {
            throw new IllegalArgumentException();
        }
        return address;
    }

    private Optional<StartSettings.Mail> mail() {
        Optional<URI> server = given.read(HubOption.HUB_MAIL_SERVER, OutsideReader::mailServer, "a mail server such as smtp://mail.example:25");
        List<HubOption> mailed = Stream.of(HubOption.HUB_CHECKPOINT_MAIL, HubOption.HUB_ALARM_MAIL, HubOption.HUB_MANAGER_MAIL, HubOption.HUB_OUT_OF_HOURS_MAIL)
                .filter(option -> given.text(option).isPresent()).toList();
        mailed.forEach(option -> {
            given.needs(option, HubOption.HUB_MAIL_SERVER);
            given.needs(option, HubOption.HUB_MAIL_FROM);
        });
        return mailed.isEmpty() || server.isEmpty() ? Optional.empty() : Optional.of(new StartSettings.Mail(server.get(),
                given.text(HubOption.HUB_MAIL_FROM).orElse(""), given.text(HubOption.HUB_MAIL_USER).orElse(""), given.text(HubOption.HUB_MAIL_PASSWORD).orElse("")));
    }

    private static URI mailServer(String text) {
        URI server = URI.create(text);
        if (server.getHost() == null || server.getPort() < 1 || !List.of("smtp", "smtps").contains(server.getScheme())) {
            throw new IllegalArgumentException();
        }
        return server;
    }

    static URI httpAddress(String text) {
        URI address = URI.create(text);
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException();
        }
        return address;
    }
}
