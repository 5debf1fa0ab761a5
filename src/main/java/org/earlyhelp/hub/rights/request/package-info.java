/**
 * The register of what people ask for under their rights: who asks for whom, what was checked, until when an answer is due,
 * and each step with who took it. Start at {@link org.earlyhelp.hub.rights.request.RequestRegister}; the allowed steps are one
 * table in {@link org.earlyhelp.hub.rights.request.RequestLife}. Knows nothing of what an answer holds.
 */
@org.springframework.modulith.NamedInterface("request")
package org.earlyhelp.hub.rights.request;
