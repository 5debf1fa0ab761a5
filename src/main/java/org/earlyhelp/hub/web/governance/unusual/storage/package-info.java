/** The tables of unusual access and its reviews. Knows no page. */
package org.earlyhelp.hub.web.governance.unusual.storage;
