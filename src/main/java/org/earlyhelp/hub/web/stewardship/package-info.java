/** The data steward's page: what the hub could not decide on its own about who is who. It shows references only. */
package org.earlyhelp.hub.web.stewardship;
