package org.earlyhelp.hub.page;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param account who is signed in, null when nobody is
 * @param role    their role in words, null when nobody is
 * @param links   the pages their role may open
 * @param notice  a line above every page, such as that all people are made up; null for none
 */
public record Shell(String account, String role, List<Link> links, String notice) {
    /** A page of the navigation. */
    public record Link(String path, String label, boolean current) {
    }

    public Shell {
        links = List.copyOf(links);
    }
}
