/**
 * Certificates that end: those in files that settings name, and those that servers show which the hub calls. Start at
 * {@link org.earlyhelp.hub.embedded.expiry.CertificateFiles} and {@link org.earlyhelp.hub.embedded.expiry.ShownCertificates}.
 */
package org.earlyhelp.hub.embedded.expiry;
