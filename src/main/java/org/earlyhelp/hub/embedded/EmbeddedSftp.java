package org.earlyhelp.hub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.SftpAccess;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.account.AccountBook;
import org.earlyhelp.hub.intake.account.AccountDoor;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.foreign.ForeignMirror;
import org.earlyhelp.hub.intake.sftp.AgencySftpServer;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
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
    AgencySftpServer agencySftpServer(HubMachine machine, HubSettings settings, SftpFolders folders, AccountBook book, AccountDoor door, HubClock clock,
                                      ApplicationEventPublisher news) {
        Path knownHosts = settings.dataDir().resolve("demo").resolve("known_hosts");
        AgencySftpServer server = new AgencySftpServer(folders, () -> accounts(machine, book), settings.keyDir().resolve("sftp_host_key"), knownHosts, clock,
                news::publishEvent, door);
        server.endIdleAfter(machine.settings().sftpIdle());
        return server;
    }

    @Bean
    SftpPart sftpPart(HubMachine machine, AgencySftpServer server, SftpFolders folders, AccountBook book, HubClock clock,
                      OperatorAlarms alarms, ApplicationEventPublisher news) {
        Optional<ForeignMirror> mirror = machine.settings().sftp().map(foreign -> new ForeignMirror(foreign.host(), foreign.accounts(),
                () -> accounts(machine, book).stream().filter(account -> account.name().sender() == null).toList(), folders, clock, alarms, news::publishEvent));
        return new SftpPart() {
            @Override
            public void start(String address, int port) {
                server.start(address, port);
                mirror.ifPresentOrElse(ForeignMirror::start, () -> ForeignMirror.endAlarms(alarms));
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

    /** In a demonstration each account also opens with the key that the demo made for it; with an external server none opens here. */
    private static List<SftpAccount> accounts(HubMachine machine, AccountBook book) {
        boolean external = machine.settings().sftp().isPresent();
        List<SftpAccount> accounts = book.accounts(account -> external ? Optional.empty() : machine.accounts().map(demo -> demo.publicKey(account)));
        return external ? accounts.stream().map(SftpAccount::withoutKeys).toList() : accounts;
    }
}
