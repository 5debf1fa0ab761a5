/**
 * What an agency is told of its files: receipts, error lists and their index. {@link ReceiptWriter} is the only writer;
 * it gets places, codes and plain sentences and never a record.
 */
package org.earlyhelp.hub.intake.receipt;
