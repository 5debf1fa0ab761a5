package org.earlyhelp.hub.sharing.publish;

import java.time.LocalDate;
import org.earlyhelp.hub.sharing.CheckpointReceiver;
import org.earlyhelp.hub.sharing.mail.Mailer;

/**
 * Sends the day's checkpoint by mail, so that it lies where nobody of the hub can change it. The same day may come twice
 * after a crash: two mails with the same text do no harm.
 */
final class CheckpointMail implements CheckpointReceiver {
    private final Mailer mailer;
    private final String to;

    CheckpointMail(Mailer mailer, String to) {
        this.mailer = mailer;
        this.to = to;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void take(LocalDate day, String note) {
        mailer.send("sharing-log-" + day, to, "Sharing log of the Early Help Hub, " + day,
                "Keep this message: with it anybody can tell later whether the sharing log was changed or put back.\n\n" + note);
    }
}
