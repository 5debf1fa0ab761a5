package org.earlyhelp.hub.intake;

/**
 * News inside the transaction of the decision: a file of missing-children or domestic-abuse was rejected or held, or
 * records of it were, or part of it may not have come, so that the front door is told within a minute ({@code earlyhelp.sender-fault.v1}).
 * Also when the hub took the file and could not go on with a record of it; {@code counts} are those of the receipt either way.
 */
public record SenderFault(String agency, String feed, String receipt, Counts counts) {
}
