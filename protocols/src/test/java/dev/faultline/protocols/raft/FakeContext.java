package dev.faultline.protocols.raft;

import dev.faultline.disk.Disk;
import dev.faultline.node.Context;
import dev.faultline.node.Timer;
import dev.faultline.random.KeyedRandom;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A context whose timers fire when the test says so, and which keeps what the node does. */
final class FakeContext implements Context<RaftMessage> {
  private final NodeId self;
  private final FakeDisk disk = new FakeDisk();
  private final Map<String, FakeTimer> timers = new TreeMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private long handlers;

  /** A message and its receiver. */
  record Sent(String to, RaftMessage message) {}

  FakeContext(String name) {
    this.self = NodeId.of(name);
  }

  /** What was sent since the last call. */
  List<Sent> takeSent() {
    List<Sent> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  List<Fact> facts() {
    return facts;
  }

  FakeDisk fakeDisk() {
    return disk;
  }

  FakeTimer timer(String name) {
    return timers.get(name);
  }

  @Override
  public NodeId self() {
    return self;
  }

  @Override
  public long nanoTime() {
    return 0;
  }

  @Override
  public InstantSource clock() {
    throw new UnsupportedOperationException("nobody asks for the time");
  }

  @Override
  public void send(NodeId to, RaftMessage message) {
    sent.add(new Sent(to.name(), message));
  }

  @Override
  public Timer timer(String name, Runnable action) {
    FakeTimer timer = new FakeTimer(action);
    timers.put(name, timer);
    return timer;
  }

  @Override
  public RandomGenerator random() {
    return new KeyedRandom(handlers++);
  }

  @Override
  public Disk disk() {
    return disk;
  }

  @Override
  public void report(Fact fact) {
    facts.add(fact);
  }

  @Override
  public <N> Context<N> embed(Function<N, RaftMessage> wrap) {
    throw new UnsupportedOperationException("nothing is embedded");
  }

  /** A timer that waits for the test. */
  static final class FakeTimer implements Timer {
    private final Runnable action;
    private boolean running;
    private long delayNanos;
    private int restarts;

    private FakeTimer(Runnable action) {
      this.action = action;
    }

    @Override
    public void restart(long delay) {
      running = true;
      delayNanos = delay;
      restarts++;
    }

    @Override
    public void cancel() {
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    int restarts() {
      return restarts;
    }

    long delayNanos() {
      return delayNanos;
    }

    void fire() {
      if (!running) {
        throw new AssertionError("the timer is not running");
      }
      running = false;
      action.run();
    }
  }
}
