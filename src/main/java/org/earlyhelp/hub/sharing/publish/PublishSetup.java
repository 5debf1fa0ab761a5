package org.earlyhelp.hub.sharing.publish;

import java.nio.file.Path;
import org.earlyhelp.hub.sharing.CheckpointReceiver;
import org.earlyhelp.hub.sharing.mail.Mailer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The receivers that a setting makes. */
@Configuration(proxyBeanMethods = false)
class PublishSetup {
    @Bean
    @ConditionalOnExpression("!'${hub.checkpoint-mail:}'.isBlank()")
    CheckpointReceiver checkpointMail(@Value("${hub.checkpoint-mail:}") String to, Mailer mailer) {
        return new CheckpointMail(mailer, to);
    }

    @Bean
    @ConditionalOnExpression("!'${hub.checkpoint-dir:}'.isBlank()")
    CheckpointReceiver checkpointFolder(@Value("${hub.checkpoint-dir:}") String folder) {
        return new CheckpointFolder(Path.of(folder));
    }
}
