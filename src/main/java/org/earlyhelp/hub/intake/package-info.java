/**
 * Takes files in and answers them: SFTP server, deliveries, receipts, and the store of records and facts.
 * Everything an agency sends passes here once. Start at the deliveries. Knows nothing of who a mention is.
 */
package org.earlyhelp.hub.intake;
