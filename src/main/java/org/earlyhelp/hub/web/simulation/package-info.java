/**
 * What the disclosure policy would say: the simulator of one disclosure, and the difference that another agreement would
 * have made. Both ask the policy itself; nothing is disclosed, and nothing but references is shown.
 */
package org.earlyhelp.hub.web.simulation;
