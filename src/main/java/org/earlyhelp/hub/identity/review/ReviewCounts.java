package org.earlyhelp.hub.identity.review;

/**
 * How far the review is.
 *
 * @param open    pairs that wait for a first answer, those left open included
 * @param waiting pairs that wait for a second person
 * @param today   answers given today, London time
 * @param week    answers given since Monday, London time
 * @param undone  decisions ever taken back
 */
public record ReviewCounts(long open, long waiting, long today, long week, long undone) {
}
