package org.earlyhelp.hub.alert.desk;

import java.net.URI;
import org.earlyhelp.hub.sharing.mail.Mailer;
import org.earlyhelp.hub.sharing.tell.MailChannel;
import org.earlyhelp.hub.sharing.tell.TellingChannel;
import org.earlyhelp.hub.sharing.tell.WebhookChannel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where a front-door manager and the contact out of hours are told that an alert waits, as the settings say. A mail server
 * or whatever answers a webhook may ring or text them; without a setting notices stand on the pages only.
 */
@Configuration(proxyBeanMethods = false)
class NoticeChannels {
    static final String MAIL = "-mail";
    static final String WEBHOOK = "-webhook";

    @Bean
    @ConditionalOnExpression("!'${hub.manager-mail:}'.isBlank()")
    TellingChannel managerMail(@Value("${hub.manager-mail:}") String to, Mailer mailer) {
        return new MailChannel("manager" + MAIL, to, mailer);
    }

    @Bean
    @ConditionalOnExpression("!'${hub.manager-webhook:}'.isBlank()")
    TellingChannel managerWebhook(@Value("${hub.manager-webhook:}") String address) {
        return new WebhookChannel("manager" + WEBHOOK, URI.create(address));
    }

    @Bean
    @ConditionalOnExpression("!'${hub.out-of-hours-mail:}'.isBlank()")
    TellingChannel outOfHoursMail(@Value("${hub.out-of-hours-mail:}") String to, Mailer mailer) {
        return new MailChannel("out-of-hours" + MAIL, to, mailer);
    }

    @Bean
    @ConditionalOnExpression("!'${hub.out-of-hours-webhook:}'.isBlank()")
    TellingChannel outOfHoursWebhook(@Value("${hub.out-of-hours-webhook:}") String address) {
        return new WebhookChannel("out-of-hours" + WEBHOOK, URI.create(address));
    }
}
