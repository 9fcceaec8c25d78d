package dev.faultline.check;

import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;

/** Sees every fact of a run and judges none: coverage, search strategies, witnesses. */
public interface FactObserver {
  /**
   * A node reported a fact; its handler has returned.
   *
   * @param time virtual nanoseconds
   * @param event the number of the event in which it was reported
   */
  void on(Fact fact, NodeId node, long time, long event);
}
