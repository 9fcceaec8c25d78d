package dev.faultline.node;

import dev.faultline.disk.Disk;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One life of a node, as its program sees it. Of no use once the life has ended. */
final class Life<M> implements Context<M> {
  private final Machine<M> machine;
  private final World world;
  private final List<LifeTimer> timers = new ArrayList<>(4);

  Life(Machine<M> machine, World world) {
    this.machine = machine;
    this.world = world;
  }

  @Override
  public NodeId self() {
    return machine.id();
  }

  @Override
  public long nanoTime() {
    return machine.clock().nanoTime();
  }

  @Override
  public InstantSource clock() {
    return machine.clock();
  }

  @Override
  public void send(NodeId to, M message) {
    requireAlive();
    world.network().send(machine, to, message);
  }

  @Override
  public Timer timer(String name, Runnable action) {
    requireAlive();
    LifeTimer timer = new LifeTimer(this, machine, world, name, action);
    timers.add(timer);
    return timer;
  }

  @Override
  public RandomGenerator random() {
    return machine.random();
  }

  @Override
  public Disk disk() {
    requireAlive();
    return machine.disk();
  }

  @Override
  public void report(Fact fact) {
    requireAlive();
    world.recorder().report(machine.id(), fact);
  }

  @Override
  public <N> Context<N> embed(Function<N, M> wrap) {
    return new EmbeddedContext<>(this, wrap);
  }

  void rearmTimers() {
    timers.forEach(LifeTimer::rearm);
  }

  void end() {
    timers.forEach(LifeTimer::cancel);
  }

  /** Only the present life of a node acts. */
  void requireAlive() {
    if (!machine.isAlive(this)) {
      throw new IllegalStateException(
          "an earlier life of " + machine.id() + " acts after its crash");
    }
  }
}
