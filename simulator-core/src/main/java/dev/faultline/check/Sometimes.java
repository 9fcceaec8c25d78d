package dev.faultline.check;

import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.List;

/**
 * Something that should happen in at least one run of a campaign: a sign that the campaign gets
 * into the situations in which bugs hide. It judges no single run. One object watches one run.
 */
public interface Sometimes {
  /** The name that campaigns tell: {@code raft/entries-removed}. */
  String name();

  /** Does a campaign in which it never happened prove nothing? */
  boolean required();

  /** The classes of fact it wants to see. */
  List<Class<? extends Fact>> observes();

  /**
   * Has it happened with this fact? Called in the order of the facts, until it has.
   *
   * @param node who reported the fact
   */
  boolean happens(Fact fact, NodeId node);
}
