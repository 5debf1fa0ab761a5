/** The one lane of assessment: takes families from {@code family_work} and from the clock, and wires the room together. */
package org.earlyhelp.hub.need.lane;
