/** The tables of alerts, decisions and the outbox. */
package org.earlyhelp.hub.alert.storage;
