package dev.faultline.node;

import dev.faultline.clock.NodeClock;
import dev.faultline.disk.DiskHost;
import dev.faultline.disk.SimulatedDisk;
import dev.faultline.engine.Event;
import dev.faultline.engine.Receiver;
import dev.faultline.engine.Slowdown;
import dev.faultline.network.Endpoint;
import dev.faultline.network.Network;
import dev.faultline.random.Decision;
import dev.faultline.random.Distribution;
import dev.faultline.random.Sampler;
import dev.faultline.trace.EventKind;
import dev.faultline.trace.Recorder;
import dev.faultline.trace.TypeName;
import dev.faultline.values.Drift;
import dev.faultline.values.NodeId;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The simulated machine under a node: its lives, its inbox, its clocks and its disk.
 *
 * @param <M> the messages of its node's protocol
 */
public final class Machine<M> implements Endpoint, DiskHost {
  private static final TypeName START = TypeName.of("start");
  private static final TypeName SYNC = TypeName.of("sync");

  private final World world;
  private final NodeId id;
  private final long key;
  private final int index;
  private final Function<Context<M>, ? extends Node<M>> program;
  private final @Nullable Sampler serviceTime;
  private final NodeClock clock;

  /** What few machines need is made when it is needed: many nodes then fit into the caches. */
  private @Nullable SimulatedDisk disk;

  private @Nullable Inbox inbox;
  private @Nullable Slowdown slowdown;

  private @Nullable Life<M> life;
  private @Nullable Node<M> node;
  private long lives;
  private int crashes;
  private boolean startsAtResume;
  private boolean isFree;
  private int pauses;
  private long delayPerHandler;

  /**
   * @param index its place among the machines of the run; enters no key
   * @param program builds the program of a new life
   * @param serviceTime how long serving one message takes; empty for no time
   */
  public Machine(
      World world,
      NodeId id,
      int index,
      Function<Context<M>, ? extends Node<M>> program,
      Optional<Distribution> serviceTime) {
    this.world = world;
    this.id = id;
    this.key = id.key();
    this.index = index;
    this.program = program;
    this.serviceTime = serviceTime.isPresent() ? serviceTime.get().sampler() : null;
    this.clock = world.clock().clock(id, world.engine(), world.choices());
  }

  // Lives.

  /** Starts the machine, at the end of a pause if it is paused; nothing happens when it is up. */
  public void start(long cause) {
    if (life != null) {
      return;
    }
    if (isPaused()) {
      startsAtResume = true;
      return;
    }
    lives++;
    clock.startLife(world.choices().bits(Decision.CLOCK, id.key(), lives, 2) >>> 16);
    Life<M> born = new Life<>(this, world);
    life = born;
    noticeFree();
    begin(EventKind.START, null, 0, START, null, cause);
    try {
      Node<M> built = program.apply(born);
      node = built;
      built.start();
    } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
      fail("start", thrown);
    }
    world.recorder().end();
  }

  /** Ends this life: what is volatile is gone. Nothing happens when the machine is down. */
  public void crash() {
    startsAtResume = false;
    Life<M> ended = life;
    if (ended == null) {
      return;
    }
    life = null;
    node = null;
    crashes++;
    ended.end();
    if (inbox != null) {
      inbox.clear();
    }
    noticeFree();
    if (disk != null) {
      disk.crash();
    }
  }

  /** Loses the disk; only while the machine is down. */
  public void wipe() {
    if (life != null) {
      throw new IllegalStateException(id + " is up");
    }
    if (disk != null) {
      disk.wipe();
    }
  }

  /** Freezes the machine until as many {@link #resume} as calls of this. */
  public void pause() {
    pauses++;
    noticeFree();
  }

  /** Runs everything that came due meanwhile, in the order in which it did. */
  public void resume(long cause) {
    pauses--;
    noticeFree();
    if (startsAtResume && !isPaused()) {
      startsAtResume = false;
      start(cause);
    }
    if (inbox != null) {
      inbox.drain();
    }
  }

  private void fail(String handler, Throwable thrown) {
    world.hooks().threw(id, handler, thrown);
    crash();
  }

  // Handlers.

  @Override
  public void arrive(Event event) {
    if (isFree) {
      handleMessage(event);
    } else {
      inbox().offer(event, Inbox.Work.MESSAGE);
    }
  }

  /** Notes whether the next handler can run at once, with nothing to wait for. */
  void noticeFree() {
    isFree =
        life != null
            && pauses == 0
            && delayPerHandler == 0
            && serviceTime == null
            && (inbox == null || inbox.isEmpty());
  }

  /** Asks the node to do something, as a handler of its own. */
  public void call(Event event, TypeName type, Object content, Runnable action) {
    event.subject = new Call(type, content, action);
    inbox().offer(event, Inbox.Work.CALL);
  }

  private record Call(TypeName type, Object content, Runnable action) {}

  @Override
  public void runCallback(Runnable callback, boolean durable, long cause) {
    Event event = world.engine().detached(NOBODY);
    event.subject = callback;
    event.cause = cause;
    Inbox.Work work = durable ? Inbox.Work.SYNC : Inbox.Work.SYNC_FAILED;
    if (isFree) {
      handle(event, work);
      world.engine().release(event);
    } else if (inbox().offer(event, work)) {
      world.engine().release(event);
    }
  }

  private static final Receiver NOBODY = event -> {};

  void timerFired(LifeTimer timer, Event event) {
    if (isFree) {
      handleTimer(timer, event);
    } else {
      inbox().offer(event, Inbox.Work.TIMER);
    }
  }

  /** Runs the handler that an entry of the inbox asks for. */
  void handle(Event event, Inbox.Work work) {
    Object subject = event.subject;
    if (node == null || subject == null) {
      return;
    }
    switch (work) {
      case MESSAGE -> handleMessage(event);
      case TIMER -> handleTimer((LifeTimer) subject, event);
      case SYNC -> run(EventKind.SYNC, SYNC, null, event.cause, (Runnable) subject);
      case SYNC_FAILED -> run(EventKind.SYNC_FAILED, SYNC, null, event.cause, (Runnable) subject);
      case CALL -> {
        Call call = (Call) subject;
        run(EventKind.OPERATION, call.type(), call.content(), event.cause, call.action());
      }
    }
  }

  @SuppressWarnings("unchecked")
  private void handleMessage(Event event) {
    Node<M> running = node;
    Object message = event.subject;
    if (running == null || message == null) {
      return;
    }
    NodeId from = Network.origin(event);
    TypeName type = TypeName.of(message.getClass());
    begin(EventKind.MESSAGE, from, event.originKey, type, message, event.cause);
    try {
      running.receive(from, (M) message);
    } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
      fail(type.name(), thrown);
    }
    world.recorder().end();
  }

  private void handleTimer(LifeTimer timer, Event event) {
    if (timer.takes(event)) {
      run(EventKind.TIMER, timer.type(), null, event.cause, timer.action());
    }
  }

  private void run(
      EventKind kind, TypeName type, @Nullable Object content, long cause, Runnable action) {
    begin(kind, null, 0, type, content, cause);
    try {
      action.run();
    } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
      fail(type.name(), thrown);
    }
    world.recorder().end();
  }

  private void begin(
      EventKind kind,
      @Nullable NodeId peer,
      long peerKey,
      TypeName type,
      @Nullable Object content,
      long cause) {
    long now = world.engine().now();
    world.handler().begin(key, type.key() ^ Long.rotateLeft(peerKey, 9), now);
    Recorder recorder = world.recorder();
    recorder.begin(now, kind, key, peerKey, type);
    if (recorder.wantsDescriptions()) {
      recorder.describe(kind, id, peer, type, content, cause);
    }
  }

  /** The generator of the handler that is running. */
  RandomGenerator random() {
    return world.handler().random();
  }

  // Speed.

  /** How long an entry of the inbox keeps the machine busy before its handler runs. */
  long serviceNanos(Inbox.Work work) {
    if (work != Inbox.Work.MESSAGE || serviceTime == null) {
      return delayPerHandler;
    }
    long now = world.engine().now();
    long who = id.key() ^ Decision.SERVICE_TIME.key();
    int ordinal = world.ordinals().next(who, now);
    long bits = world.choices().bits(Decision.SERVICE_TIME, id.key(), now, ordinal);
    return Slowdown.stretched(serviceTime.sample(bits), slowness()) + delayPerHandler;
  }

  /** Multiplies service and sync times, and adds to each handler. */
  public void slow(double factor, long byNanos) {
    slowdown().begin(factor);
    delayPerHandler += byNanos;
    noticeFree();
  }

  /** Undoes {@link #slow}. */
  public void endSlow(double factor, long byNanos) {
    slowdown().end(factor);
    delayPerHandler -= byNanos;
    noticeFree();
  }

  /** What the node serves at present takes no longer than if it began now. */
  public void hasten() {
    if (inbox != null) {
      inbox.hasten();
    }
  }

  /** Changes the speed of this node's clocks; its timers follow. */
  public void drift(Drift drift) {
    clock.drift(drift);
    if (life != null) {
      life.rearmTimers();
    }
  }

  // Views.

  @Override
  public NodeId id() {
    return id;
  }

  @Override
  public long key() {
    return key;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int life() {
    return crashes;
  }

  @Override
  public boolean isUp() {
    return life != null;
  }

  /** Is it frozen? */
  public boolean isPaused() {
    return pauses > 0;
  }

  /** The node's picture of itself; empty while it is down. */
  public Optional<Record> view() {
    Node<M> running = node;
    return running == null ? Optional.empty() : Optional.of(running.view());
  }

  /** The running program; null while the machine is down. */
  public @Nullable Node<M> program() {
    return node;
  }

  public NodeClock clock() {
    return clock;
  }

  /** Its disk. */
  public SimulatedDisk disk() {
    SimulatedDisk built = disk;
    if (built == null) {
      built =
          new SimulatedDisk(this, world.engine(), world.choices(), world.ordinals(), world.disk());
      disk = built;
    }
    return built;
  }

  /** How many syncs its disk has completed or failed. */
  public long syncs() {
    return disk == null ? 0 : disk.syncs();
  }

  private Inbox inbox() {
    Inbox built = inbox;
    if (built == null) {
      built = new Inbox(this, world.engine());
      inbox = built;
    }
    return built;
  }

  private Slowdown slowdown() {
    Slowdown built = slowdown;
    if (built == null) {
      built = new Slowdown();
      slowdown = built;
    }
    return built;
  }

  boolean isAlive(Life<M> which) {
    return life == which;
  }

  @Override
  public long currentEvent() {
    return world.recorder().current();
  }

  @Override
  public double slowness() {
    return slowdown == null ? 1 : slowdown.factor();
  }

  @Override
  public void atSyncPoint(boolean complete) {
    world.hooks().atSyncPoint(id, complete);
  }

  @Override
  public void crashOfFailedSync() {
    crash();
    if (!disk().isBroken()) {
      start(0);
    }
  }
}
