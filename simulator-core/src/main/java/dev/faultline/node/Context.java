package dev.faultline.node;

import dev.faultline.disk.Disk;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Everything a node may touch; handed to its constructor. A node has no clock, thread, randomness
 * or I/O of its own.
 *
 * @param <M> the messages this node sends
 */
public interface Context<M> {
  /** This node. */
  NodeId self();

  /**
   * This node's monotonic clock, in nanoseconds. It may drift; its origin differs per node and
   * life, so only differences mean something.
   */
  long nanoTime();

  /** This node's wall clock. It drifts and jumps. */
  InstantSource clock();

  /**
   * Sends a message; it may be lost, delayed, duplicated or reordered. Sending to oneself works.
   */
  void send(NodeId to, M message);

  /**
   * Makes a timer of this life of the node; it fires once per {@link Timer#restart}, on this node's
   * own monotonic clock.
   *
   * @param name what the timer is for, shown in traces: "election timeout"
   * @param action runs as a handler of its own when the timer fires; never after a crash
   * @return a handle to restart and cancel; both may be called at any time, any number of times
   */
  Timer timer(String name, Runnable action);

  /**
   * A generator for the handler that is running. Each handler invocation gets a fresh one, so an
   * extra draw changes nothing outside that handler; do not keep it in a field.
   */
  RandomGenerator random();

  /** This node's disk. */
  Disk disk();

  /** Reports that something happened. Invariants see it when the handler returns. */
  void report(Fact fact);

  /**
   * A context for a protocol inside this one: it sends the inner protocol's messages wrapped.
   *
   * @param wrap makes a message of the outer protocol from one of the inner
   */
  <N> Context<N> embed(Function<N, M> wrap);
}
