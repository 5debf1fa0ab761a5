package org.earlyhelp.hub.cli.torture.matrix;

/** A fault that this machine does not let anybody inject; the message says why. */
final class NotHere extends Exception {
    private static final long serialVersionUID = 1;

    NotHere(String why) {
        super(why);
    }
}
