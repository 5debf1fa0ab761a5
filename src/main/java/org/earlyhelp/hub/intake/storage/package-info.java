/** The tables of deliveries, records and attendance. */
package org.earlyhelp.hub.intake.storage;
