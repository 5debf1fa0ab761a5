/** The tables of accounts: keys beside the agreements, sign-ins, and what was sent. */
package org.earlyhelp.hub.intake.account.storage;
