package dev.faultline.node;

import dev.faultline.values.NodeId;

/**
 * One life of a node's program. A crash throws the object away; a restart builds a new one over the
 * same disk. One handler runs at a time: {@link #start}, {@link #receive}, a timer's action or a
 * sync's callback.
 *
 * @param <M> the messages of its protocol, a sealed interface of records
 */
public interface Node<M> {
  /** Recovers from the disk and arms timers. The first handler of a life. */
  void start();

  /** Handles a message; a {@code switch} over the sealed type, without a default. */
  void receive(NodeId from, M message);

  /** An immutable picture of the state, for traces and the debugger. Changes nothing. */
  Record view();
}
