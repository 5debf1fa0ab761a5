/**
 * Matching a whole data set at once: read columns, find the pairs worth comparing, learn the weights from them without
 * labels, and judge whole clusters. Start at {@link org.earlyhelp.hub.linkage.dataset.DataSetMatcher}. Knows no files.
 */
@org.springframework.modulith.NamedInterface("dataset")
package org.earlyhelp.hub.linkage.dataset;
