package org.earlyhelp.hub.sharing.tell;

import org.earlyhelp.hub.sharing.mail.Mailer;

/** Tells by mail. */
public final class MailChannel implements TellingChannel {
    private final String name;
    private final String to;
    private final Mailer mailer;

    /** {@code to} is one or more addresses parted by commas. */
    public MailChannel(String name, String to, Mailer mailer) {
        this.name = name;
        this.to = to;
        this.mailer = mailer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Telling telling) {
        mailer.send(telling.id(), to, telling.subject(), telling.words());
    }
}
