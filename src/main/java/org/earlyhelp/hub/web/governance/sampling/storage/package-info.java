/** The tables of samples and judgements. Knows no page. */
package org.earlyhelp.hub.web.governance.sampling.storage;
