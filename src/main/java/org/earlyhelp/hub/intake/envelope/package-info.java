/**
 * Opens files that come encrypted with PGP or zipped, where the agreement says so. Start with
 * {@link org.earlyhelp.hub.intake.envelope.EnvelopeCheck}. What is inside lies encrypted beside the file as it came, and only
 * once the whole of it was found good: size, ratio, count, nesting, integrity and signature.
 */
package org.earlyhelp.hub.intake.envelope;
