package org.earlyhelp.hub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.SftpAccess;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.foreign.ForeignMirror;
import org.earlyhelp.hub.intake.sftp.AgencySftpServer;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The embedded SFTP server and what the lanes must know of it. With an external server set, agencies have no account here:
 * a mirror moves their files from there into the lanes and their answers back.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddedSftp {
    @Bean
    SftpFolders sftpFolders(HubSettings settings) {
        return new SftpFolders(settings.dataDir().resolve("sftp"));
    }

    @Bean
    SftpAccess sftpAccess(HubMachine machine, AgencySftpServer server) {
        return server.access(machine.ports().sftp());
    }

    @Bean(destroyMethod = "")
    AgencySftpServer agencySftpServer(HubMachine machine, HubSettings settings, SftpFolders folders, AgreementBook book, HubClock clock,
                                      ApplicationEventPublisher news) {
        Path knownHosts = settings.dataDir().resolve("demo").resolve("known_hosts");
        return new AgencySftpServer(folders, () -> accounts(machine, book, clock), settings.keyDir().resolve("sftp_host_key"), knownHosts, clock,
                news::publishEvent);
    }

    @Bean
    SftpPart sftpPart(HubMachine machine, AgencySftpServer server, SftpFolders folders, AgreementBook book, HubClock clock,
                      ApplicationEventPublisher news) {
        Optional<ForeignMirror> mirror = machine.settings().sftp().map(foreign -> new ForeignMirror(foreign.host(), foreign.accounts(),
                () -> accounts(machine, book, clock), folders, clock, news::publishEvent));
        return new SftpPart() {
            @Override
            public void start(String address, int port) {
                server.start(address, port);
                mirror.ifPresent(ForeignMirror::start);
            }

            @Override
            public void stop() {
                try {
                    mirror.ifPresent(ForeignMirror::close);
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Every agency with an agreement; in a demonstration also with the key that the demo made for it, on an external server with none. */
    private static List<SftpAccount> accounts(HubMachine machine, AgreementBook book, HubClock clock) {
        return book.agreements().stream().map(agreement -> account(machine, agreement, clock.today())).toList();
    }

    private static SftpAccount account(HubMachine machine, Agreement agreement, LocalDate today) {
        if (machine.settings().sftp().isPresent()) {
            return new SftpAccount(agreement.agency(), List.of(), List.copyOf(agreement.feeds().keySet()));
        }
        List<String> keys = new ArrayList<>(agreement.keysOn(today));
        machine.accounts().ifPresent(demo -> keys.add(demo.publicKey(agreement.agency())));
        return new SftpAccount(agreement.agency(), keys, List.copyOf(agreement.feeds().keySet()));
    }
}
