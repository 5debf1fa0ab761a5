package org.earlyhelp.hub.sharing.mail;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mail server of the settings; no bean where none is set. */
@Configuration(proxyBeanMethods = false)
class MailSetup {
    @Bean
    @ConditionalOnExpression("!'${hub.mail-server:}'.isBlank()")
    Mailer mailer(@Value("${hub.mail-server:}") String server, @Value("${hub.mail-from:}") String from, @Value("${hub.mail-user:}") String user,
                  @Value("${hub.mail-password:}") String password) {
        return new Mailer(URI.create(server), from, user, password);
    }
}
