/**
 * What agreement is worth: comparisons with their levels and probabilities, how they are learned from data without
 * labels, and the weight of a pair. Start at {@link org.earlyhelp.hub.linkage.weight.WeightModel}. Knows no fields.
 */
@org.springframework.modulith.NamedInterface("weight")
package org.earlyhelp.hub.linkage.weight;
