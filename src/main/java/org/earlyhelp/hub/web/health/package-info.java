/** Whether the parts the hub leans on work; the database's own check comes with the frame. */
package org.earlyhelp.hub.web.health;
