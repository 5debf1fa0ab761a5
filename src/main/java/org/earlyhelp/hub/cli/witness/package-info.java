/** {@code ehub witness}: a small process of its own, on another machine or at another body, that cosigns the sharing log. It starts no hub and knows no database. */
package org.earlyhelp.hub.cli.witness;
