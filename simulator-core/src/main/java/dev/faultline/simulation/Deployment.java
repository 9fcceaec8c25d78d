package dev.faultline.simulation;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sometimes;
import dev.faultline.node.Context;
import dev.faultline.node.Node;
import dev.faultline.workload.Client;
import java.util.List;

/**
 * A protocol with its configuration and its servers: what one run is made of. It holds no state of
 * the run; every call makes fresh objects.
 *
 * @param <M> the messages of the protocol
 */
public interface Deployment<M> {
  /** The program of a server's next life. */
  Node<M> node(Context<M> context);

  /**
   * The program of a client.
   *
   * @param service one of {@link Protocol#services}
   */
  Client<M, ?, ?> client(String service, Context<M> context);

  /** The rules that apply under this configuration, for one run. */
  List<Invariant> invariants();

  /** What a campaign should see happen under this configuration, for one run. */
  default List<Sometimes> sometimes() {
    return List.of();
  }

  /** What the system tolerates. */
  FaultBudget budget();

  /** How and how soon the system makes progress once all faults are over. */
  Recovery recovery();
}
