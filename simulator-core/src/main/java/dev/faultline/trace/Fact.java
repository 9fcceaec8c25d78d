package dev.faultline.trace;

/**
 * Something a node reports because its paper says that it happened: {@code BecameLeader(term)},
 * {@code Committed(index, term, value)}. Invariants, coverage, traces and diagrams read facts and
 * nothing else of a node.
 *
 * <p>Facts are records whose components are numbers, booleans, strings, enums, {@link
 * dev.faultline.values.NodeId}, optionals, lists and records of such.
 */
public interface Fact {
  /**
   * What happened, in words that go on after the name of the node: {@code "became leader of term
   * 4"}. The witness of a failure is told and recognised by them.
   */
  default String inWords() {
    return FactWords.of(this);
  }
}
