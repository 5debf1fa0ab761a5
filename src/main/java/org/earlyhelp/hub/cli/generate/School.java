package org.earlyhelp.hub.cli.generate;

/**
 * A school of the borough.
 *
 * @param establishment four digits, 2000 to 3999 for primary and 4000 to 5999 for secondary schools
 * @param urn           six digits
 */
record School(String establishment, String urn) {
    /** LA number and establishment number, seven digits. */
    String laestab() {
        return IdentifierMint.SYNTHETIC_LA + establishment;
    }
}
