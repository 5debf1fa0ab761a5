/**
 * The sharing log as a folder that anybody can check without the hub: how it is written, and how it is verified. Start at
 * {@link org.earlyhelp.hub.sharing.log.offline.LogVerifier}. Pure but for the files it is told of; knows no database.
 */
@org.springframework.modulith.NamedInterface("log-offline")
package org.earlyhelp.hub.sharing.log.offline;
