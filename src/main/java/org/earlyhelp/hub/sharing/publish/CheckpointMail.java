package org.earlyhelp.hub.sharing.publish;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Properties;
import org.earlyhelp.hub.sharing.CheckpointReceiver;

/**
 * Sends the day's checkpoint by mail, so that it lies where nobody of the hub can change it. The same day may come twice
 * after a crash: two mails with the same text do no harm.
 */
final class CheckpointMail implements CheckpointReceiver {
    private static final String LIMIT_MILLIS = "10000";
    private final URI server;
    private final String from;
    private final String to;
    private final String user;
    private final String password;

    /** {@code server} is {@code smtp://host:port}, which turns to TLS where the server offers it, or {@code smtps://host:port}; user and password may be empty. */
    CheckpointMail(URI server, String from, String to, String user, String password) {
        this.server = server;
        this.from = from;
        this.to = to;
        this.user = user;
        this.password = password;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void take(LocalDate day, String note) {
        try {
            Session session = Session.getInstance(settings());
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(from));
            message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
            message.setSubject("Sharing log of the Early Help Hub, " + day);
            message.setText("Keep this message: with it anybody can tell later whether the sharing log was changed or put back.\n\n" + note, StandardCharsets.UTF_8.name());
            send(session, message);
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail with the checkpoint was not taken", e);
        }
    }

    private void send(Session session, MimeMessage message) throws MessagingException {
        message.saveChanges();
        try (Transport transport = session.getTransport(server.getScheme())) {
            transport.connect(server.getHost(), server.getPort(), user.isEmpty() ? null : user, password.isEmpty() ? null : password);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        for (String protocol : new String[] {"smtp", "smtps"}) {
            settings.put("mail." + protocol + ".connectiontimeout", LIMIT_MILLIS);
            settings.put("mail." + protocol + ".timeout", LIMIT_MILLIS);
            settings.put("mail." + protocol + ".writetimeout", LIMIT_MILLIS);
            settings.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        settings.put("mail.smtp.starttls.enable", "true");
        // A password never goes over an open line.
        settings.put("mail.smtp.starttls.required", String.valueOf(!password.isEmpty()));
        return settings;
    }
}
