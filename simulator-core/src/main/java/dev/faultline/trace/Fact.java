package dev.faultline.trace;

/**
 * Something a node reports because its paper says that it happened: {@code BecameLeader(term)},
 * {@code Committed(index, term, value)}. Invariants, coverage, traces and diagrams read facts and
 * nothing else of a node.
 *
 * <p>Facts are records whose components are numbers, booleans, strings, enums, {@link
 * dev.faultline.values.NodeId}, optionals, lists and records of such.
 */
public interface Fact {}
