package org.earlyhelp.hub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.intake.SftpAccess;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.sftp.AgencySftpServer;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded SFTP server and what the lanes must know of it. */
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
        if (machine.settings().sftp().isPresent()) {
            throw new StartFailure("HUB_SFTP_HOST: pulling from an external SFTP server is not offered yet; leave it empty for the embedded one");
        }
        Path knownHosts = settings.dataDir().resolve("demo").resolve("known_hosts");
        return new AgencySftpServer(folders, () -> accounts(machine, book), settings.keyDir().resolve("sftp_host_key"), knownHosts, clock,
                news::publishEvent);
    }

    @Bean
    SftpPart sftpPart(AgencySftpServer server) {
        return new SftpPart() {
            @Override
            public void start(String address, int port) {
                server.start(address, port);
            }

            @Override
            public void stop() {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Every agency with an agreement; in a demonstration also with the key that the demo made for it. */
    private static List<SftpAccount> accounts(HubMachine machine, AgreementBook book) {
        return book.agreements().stream().map(agreement -> account(machine, agreement)).toList();
    }

    private static SftpAccount account(HubMachine machine, Agreement agreement) {
        List<String> keys = new ArrayList<>(agreement.keys());
        machine.accounts().ifPresent(demo -> keys.add(demo.publicKey(agreement.agency())));
        return new SftpAccount(agreement.agency(), keys, List.copyOf(agreement.feeds().keySet()));
    }
}
