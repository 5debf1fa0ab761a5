/** The table of emergency access. Knows no page. */
package org.earlyhelp.hub.web.emergency.storage;
