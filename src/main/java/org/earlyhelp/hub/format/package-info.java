/**
 * Reads a file of one layout into source records with their place: CSV, HL7 v2, JSON and XML, each with its
 * limits. A fault is an item of the stream, never an exception. Knows nothing of what the fields mean.
 * Start at {@link org.earlyhelp.hub.format.SourceReader}. Pure.
 */
package org.earlyhelp.hub.format;
