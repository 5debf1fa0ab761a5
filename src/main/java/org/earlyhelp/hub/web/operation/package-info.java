/** The operator's pages: what has arrived and what was wrong with it. They show no person's data, nor a sender's file names. */
package org.earlyhelp.hub.web.operation;
