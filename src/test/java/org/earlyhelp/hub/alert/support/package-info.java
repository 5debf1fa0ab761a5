/** Makers and the real parts that the tests of alerts run on: database, broker, disclosure desk. */
package org.earlyhelp.hub.alert.support;
