/**
 * What came in after a backup that was put back. A journal in the key folder names every arrival without a word of what was in
 * it; after a restore the files that the database does not know are taken again from their raw copies, or asked for in the
 * agencies' {@code /out/resend.csv}. Start at {@link org.earlyhelp.hub.intake.resend.ResendLane}.
 */
@org.springframework.modulith.NamedInterface("resend")
package org.earlyhelp.hub.intake.resend;
