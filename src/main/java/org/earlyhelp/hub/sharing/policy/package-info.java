/** The disclosure policy as a pure function: who asks for what, under which agreement, and what may leave. */
@NamedInterface("policy")
package org.earlyhelp.hub.sharing.policy;

import org.springframework.modulith.NamedInterface;
