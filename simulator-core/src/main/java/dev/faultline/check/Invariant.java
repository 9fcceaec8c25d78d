package dev.faultline.check;

import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.List;

/** A rule that holds at every step of a run, judged fact by fact. One object judges one run. */
public interface Invariant {
  /** The name that verdicts and {@code expect} use: {@code raft/election-safety}. */
  String name();

  /** The classes of fact it wants to see. */
  List<Class<? extends Fact>> observes();

  /** Judges a fact that a node reported; called after the handler that reported it returned. */
  void on(Fact fact, NodeId node, Verdicts verdicts);
}
