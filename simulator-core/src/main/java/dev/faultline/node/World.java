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

/** What all machines of a run share. */
public final class World {
  private final Engine engine;
  private final Network network;
  private final Recorder recorder;
  private final Choices choices;
  private final Ordinals ordinals;
  private final DiskSettings disk;
  private final ClockSettings clock;
  private final Hooks hooks;
  private final Handler handler;
  private final TypeNames names = new TypeNames();

  /** Learns of what happens to machines, beside facts. */
  public interface Hooks {
    /** A sync is about to complete on a node's disk, or just did and its callback comes next. */
    void atSyncPoint(NodeId node, boolean complete);

    /** A handler threw; its node is down from now on. */
    void threw(NodeId node, String handler, Throwable thrown);
  }

  /**
   * @param ordinals numbers equal decisions of one instant
   * @param disk the disks of all machines
   * @param clock the clocks of all machines
   * @param hooks learns of what happens to machines
   */
  public World(
      Engine engine,
      Network network,
      Recorder recorder,
      Choices choices,
      Ordinals ordinals,
      DiskSettings disk,
      ClockSettings clock,
      Hooks hooks) {
    this.engine = engine;
    this.network = network;
    this.recorder = recorder;
    this.choices = choices;
    this.ordinals = ordinals;
    this.disk = disk;
    this.clock = clock;
    this.hooks = hooks;
    this.handler = new Handler(choices);
  }

  public Engine engine() {
    return engine;
  }

  public Network network() {
    return network;
  }

  public Recorder recorder() {
    return recorder;
  }

  public Choices choices() {
    return choices;
  }

  public Ordinals ordinals() {
    return ordinals;
  }

  public DiskSettings disk() {
    return disk;
  }

  public ClockSettings clock() {
    return clock;
  }

  public Hooks hooks() {
    return hooks;
  }

  /** The handler that is running. */
  Handler handler() {
    return handler;
  }

  /** The names of timers, with their hashes. */
  TypeNames names() {
    return names;
  }
}
