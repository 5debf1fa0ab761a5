package org.earlyhelp.hub.cli.generate;

/**
 * How much a kind of sender knows of a person (contract, section 9). Shares between 0 and 1.
 *
 * @param nhsPresent share of mentions that carry an NHS number
 * @param upnPresent share of pupils that carry a pupil number
 * @param bornMissing share without a date of birth
 */
enum Sender {
    POLICE(0.02, 0, 0.03),
    POLICE_ABUSE(0.02, 0, 0.30),
    ABUSE_SERVICE(0, 0, 0.30),
    SCHOOL(0, 0.995, 0.03),
    HEALTH(0.97, 0, 0.03),
    COUNCIL(0, 0, 0.03);

    final double nhsPresent;
    final double upnPresent;
    final double bornMissing;

    Sender(double nhsPresent, double upnPresent, double bornMissing) {
        this.nhsPresent = nhsPresent;
        this.upnPresent = upnPresent;
        this.bornMissing = bornMissing;
    }
}
