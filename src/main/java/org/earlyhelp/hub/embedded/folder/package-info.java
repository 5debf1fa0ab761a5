/**
 * The data folder and the key folder: their lock, their private files, the kept clock and the endpoints of a running hub.
 * Start at {@link org.earlyhelp.hub.embedded.folder.DataFolder}. Knows nothing of the parts that keep their files there.
 */
@org.springframework.modulith.NamedInterface("folder")
package org.earlyhelp.hub.embedded.folder;
