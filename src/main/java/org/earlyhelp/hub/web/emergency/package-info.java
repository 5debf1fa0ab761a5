/**
 * Emergency access ("break glass"): a page about a person that a role may not open is opened for one account, with a
 * reason, for a limited time, logged, and reviewed by a manager. Start at
 * {@link org.earlyhelp.hub.web.emergency.EmergencyDesk}. Never opens what nobody may see, such as a hidden place.
 */
package org.earlyhelp.hub.web.emergency;
