/** Reads, for the operator's pages, what came of deliveries and how feeds have fared. Counts and references; writes nothing. */
package org.earlyhelp.hub.web.operation.storage;
