package dev.faultline.node;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.engine.Engine;
import dev.faultline.network.Network;
import dev.faultline.random.Choices;
import dev.faultline.random.Ordinals;
import dev.faultline.trace.Recorder;
import dev.faultline.trace.TypeNames;
import dev.faultline.values.NodeId;

/**
 * What all machines of a run share.
 *
 * @param ordinals numbers equal decisions of one instant
 * @param names the names of timers, with their hashes
 * @param hooks learns of what happens to machines
 */
public record World(
    Engine engine,
    Network network,
    Recorder recorder,
    Choices choices,
    Ordinals ordinals,
    DiskSettings disk,
    ClockSettings clock,
    TypeNames names,
    Hooks hooks) {

  /** Learns of what happens to machines, beside facts. */
  public interface Hooks {
    /** A sync is about to complete on a node's disk, or just did and its callback comes next. */
    void atSyncPoint(NodeId node, boolean complete);

    /** A handler threw; its node is down from now on. */
    void threw(NodeId node, String handler, Throwable thrown);
  }
}
