/**
 * Decides whether two descriptions are of one person: fixed rules first, then learned weights ({@code learned}) for what
 * they leave open. Start at {@link org.earlyhelp.hub.linkage.LinkageModel}. {@code compare} says how alike two values are,
 * {@code weight} what that is worth, {@code dataset} matches any data set. Pure: no storage, no clock.
 */
package org.earlyhelp.hub.linkage;
