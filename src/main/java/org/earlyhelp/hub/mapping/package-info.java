/**
 * The declared language in which a data analyst says what a layout's fields mean: loads, checks and applies
 * the files of {@code mappings/}. Turns a source record into a notice or into reasons for its refusal.
 * Start at {@link org.earlyhelp.hub.mapping.Mapping}. Pure: knows nothing of who sent a file or where it is kept.
 */
package org.earlyhelp.hub.mapping;
