/**
 * Pairs of people the hub could not decide on, and what a person decides about them. Start at
 * {@link org.earlyhelp.hub.identity.review.ReviewDesk}; the states stand in
 * {@link org.earlyhelp.hub.identity.review.ReviewLife}. Knows references and reasons, no value of any person.
 */
@org.springframework.modulith.NamedInterface("review")
package org.earlyhelp.hub.identity.review;
