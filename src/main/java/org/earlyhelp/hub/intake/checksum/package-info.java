/**
 * Files that come with {@code NAME.sha256} where that is agreed: whichever comes first waits for the other, and a file whose
 * bytes are others than its sender's is refused. Start with {@link org.earlyhelp.hub.intake.checksum.ChecksumGate}.
 */
package org.earlyhelp.hub.intake.checksum;
