package org.earlyhelp.hub.intake.alarm;

import java.net.URI;
import java.util.Set;
import org.earlyhelp.hub.sharing.mail.Mailer;
import org.earlyhelp.hub.sharing.tell.MailChannel;
import org.earlyhelp.hub.sharing.tell.TellingChannel;
import org.earlyhelp.hub.sharing.tell.WebhookChannel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where alarms are told, as the settings say; without a setting they stand on the pages only. */
@Configuration(proxyBeanMethods = false)
class AlarmChannels {
    static final String WEBHOOK = "alarm-webhook";
    static final String MAIL = "alarm-mail";
    static final Set<String> NAMES = Set.of(WEBHOOK, MAIL);

    @Bean
    @ConditionalOnExpression("!'${hub.alarm-webhook:}'.isBlank()")
    TellingChannel alarmWebhook(@Value("${hub.alarm-webhook:}") String address) {
        return new WebhookChannel(WEBHOOK, URI.create(address));
    }

    @Bean
    @ConditionalOnExpression("!'${hub.alarm-mail:}'.isBlank()")
    TellingChannel alarmMail(@Value("${hub.alarm-mail:}") String to, Mailer mailer) {
        return new MailChannel(MAIL, to, mailer);
    }
}
