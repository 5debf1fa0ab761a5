/**
 * The three CSV exports for stewards and auditors: columns, cells, and the disclosure of every person in them. Start at
 * {@link org.earlyhelp.hub.web.export.Exports}.
 */
package org.earlyhelp.hub.web.export;
