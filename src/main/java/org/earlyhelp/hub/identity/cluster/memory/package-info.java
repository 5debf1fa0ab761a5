/**
 * Plain numbers and bytes held close together: columns, a table from long to int, an arena of byte blocks. They cost
 * what they hold and a little slack, where boxed collections cost several times that. Start at
 * {@link org.earlyhelp.hub.identity.cluster.memory.LongIntTable}. Knows nothing of people. Nothing here is thread-safe.
 */
package org.earlyhelp.hub.identity.cluster.memory;
