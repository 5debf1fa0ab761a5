/** Which failures of the database are no fault of what was asked of it, for every room that tries such work again. */
@org.springframework.modulith.NamedInterface("fault")
package org.earlyhelp.hub.sharing.storage.fault;
