/** Pages and exports that join several rooms, sign-in and roles. A room's own pages live with the room. */
package org.earlyhelp.hub.web;
