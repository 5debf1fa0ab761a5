/** The SQL of why: what the rooms' tables say of one reference. Reads only, and no column that holds a value of a person. */
package org.earlyhelp.hub.web.why.storage;
