package org.earlyhelp.hub.intake.route;

import org.earlyhelp.hub.intake.SftpAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the endpoints the internal account's password by reference, so that no URI, log or console ever holds it. */
@Configuration
class SftpPassword {
    @Bean
    String internalSftpPassword(SftpAccess access) {
        return access.password();
    }
}
