/**
 * The rights of the people whose data the hub holds, and the end of holding it: what is asked for, by whom, and until when;
 * erasure, retention and legal hold. Every room that keeps personal data answers through a port declared to the left of it
 * ({@code sharing}): this room only asks, decides in two people's hands, and keeps the proof. It never lets data out itself.
 */
package org.earlyhelp.hub.rights;
