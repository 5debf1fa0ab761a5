/**
 * The operator's pages for what was refused: by reason, row by row, and runs of it. Values are masked; a reveal asks for a reason
 * and goes through the disclosure desk.
 */
package org.earlyhelp.hub.web.quarantine;
