package org.earlyhelp.hub.sharing.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands plain text to a mail server. A server that is slow or silent holds a caller up for {@value #LIMIT_MILLIS} ms a step. Thread-safe. */
public final class Mailer {
    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final String LIMIT_MILLIS = "10000";
    private static final String NOT_TAKEN = "the mail server did not take the mail";
    private final URI server;
    private final String from;
    private final String user;
    private final String password;

    /** {@code server} is {@code smtp://host:port}, which turns to TLS where the server offers it, or {@code smtps://host:port}; user and password may be empty. */
    public Mailer(URI server, String from, String user, String password) {
        this.server = server;
        this.from = from;
        this.user = user;
        this.password = password;
    }

    /**
     * Sends one mail to one or more addresses parted by commas. {@code id} becomes its Message-ID, so that a mail sent twice
     * after a crash can be told for one. Throws IllegalStateException when the server took it for none of them: a dead address
     * keeps it from no other, and the log says so.
     */
    public void send(String id, String to, String subject, String text) {
        try {
            Session session = Session.getInstance(settings());
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(from));
            message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(text, StandardCharsets.UTF_8.name());
            message.saveChanges();
            // Saving draws a name of its own.
            message.setHeader("Message-ID", "<" + id + "@early-help-hub>");
            hand(session, message);
        } catch (SendFailedException e) {
            // Sending it again would tell the others again and again.
            int taken = e.getValidSentAddresses() == null ? 0 : e.getValidSentAddresses().length;
            if (taken == 0) {
                throw new IllegalStateException(NOT_TAKEN, e);
            }
            LOG.warn("the mail server took mail {} for {} of its addresses and refused another", id, taken);
        } catch (MessagingException e) {
            throw new IllegalStateException(NOT_TAKEN, e);
        }
    }

    private void hand(Session session, MimeMessage message) throws MessagingException {
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
            settings.put("mail." + protocol + ".sendpartial", "true");
        }
        settings.put("mail.smtp.starttls.enable", "true");
        // A password never goes over an open line.
        settings.put("mail.smtp.starttls.required", String.valueOf(!password.isEmpty()));
        return settings;
    }
}
