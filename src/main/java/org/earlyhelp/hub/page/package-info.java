/** The page shell, its fragments and charts: what the pages of all rooms share. Knows no room's content. */
package org.earlyhelp.hub.page;
