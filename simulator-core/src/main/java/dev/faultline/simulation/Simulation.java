package dev.faultline.simulation;

import dev.faultline.check.FactObserver;
import dev.faultline.check.Judges;
import dev.faultline.check.Violation;
import dev.faultline.engine.Engine;
import dev.faultline.engine.Event;
import dev.faultline.engine.QueueFull;
import dev.faultline.fault.Cluster;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultInjector;
import dev.faultline.fault.RuleExpander;
import dev.faultline.network.LinkClass;
import dev.faultline.network.Network;
import dev.faultline.node.Machine;
import dev.faultline.node.World;
import dev.faultline.random.Choices;
import dev.faultline.random.Ordinals;
import dev.faultline.service.Service;
import dev.faultline.service.Services;
import dev.faultline.trace.Fact;
import dev.faultline.trace.Recorder;
import dev.faultline.values.Durations;
import dev.faultline.values.NodeId;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.Workload;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One run, step by step. An object without threads or statics: many live in one JVM.
 *
 * <p>{@link #run} goes to the end. Protocol tests and debuggers go in steps instead: {@link #step},
 * {@link #runFor}, {@link #runUntil(Class, Duration)}, with {@link #apply} and {@link #deliver} in
 * between.
 */
public final class Simulation {
  private final Deployment<?> deployment;
  private final RunSettings settings;
  private final Options options;
  private final Engine engine = new Engine();
  private final Recorder recorder;
  private final Network network;
  private final Cluster cluster = new Cluster();
  private final FaultInjector faults;
  private final Judges judges;
  private final @Nullable Workload workload;
  private final List<FactWatch> watches = new ArrayList<>();
  private final long end;

  /** Somebody waits for a fact. */
  private static final class FactWatch {
    private final Predicate<Fact> wanted;
    private @Nullable Fact found;

    FactWatch(Predicate<Fact> wanted) {
      this.wanted = wanted;
    }
  }

  /**
   * Sets a run up and starts its nodes; no virtual time passes.
   *
   * @throws IllegalArgumentException when the settings name nodes or a service that do not exist
   */
  public Simulation(Deployment<?> deployment, RunSettings settings, Options options) {
    this.deployment = deployment;
    this.settings = settings;
    this.options = options;
    this.end = settings.duration().toNanos();
    this.judges = new Judges(options.invariants().orElseGet(deployment::invariants));
    this.recorder =
        new Recorder(
            options.withContents(),
            settings.bounds().events(),
            settings.bounds().eventsPerInstant(),
            this::judge,
            options.trace().orElse(null));
    Choices choices =
        options
            .choices()
            .orElseGet(() -> settings.chance().choices(settings.seed(), settings.duration()));
    Ordinals ordinals = new Ordinals();
    this.network = new Network(engine, recorder, choices, ordinals, settings.network());
    World world =
        new World(
            engine,
            network,
            recorder,
            choices,
            ordinals,
            settings.disk(),
            settings.clock(),
            new Hooks());
    this.faults = new FaultInjector(cluster, engine, network, recorder, choices, end);
    addServers(deployment, world);
    this.workload = settings.workload().map(load -> addClients(load, world)).orElse(null);
    requireKnown(settings.network().classes());
    faults.plan(settings.actions());
    if (!settings.replayed()) {
      new RuleExpander(faults, engine, choices).plan(settings.rules());
    }
    cluster.all().forEach(machine -> machine.start(0));
    if (workload != null) {
      workload.begin();
    }
  }

  private final class Hooks implements World.Hooks {
    @Override
    public void atSyncPoint(NodeId node, boolean complete) {
      faults.atSyncPoint(node, complete);
    }

    @Override
    public void threw(NodeId node, String handler, Throwable thrown) {
      String what = node + " threw " + thrown + " while handling " + handler;
      judges.add(Violation.thrown(what, thrown, engine.now(), recorder.current()));
    }
  }

  private <M> void addServers(Deployment<M> system, World world) {
    for (NodeId id : settings.nodes()) {
      Machine<M> machine =
          new Machine<>(world, id, network.size(), system::node, settings.service());
      network.connect(machine);
      cluster.addServer(machine);
    }
  }

  private Workload addClients(WorkloadSettings load, World world) {
    Service service = Services.named(load.service());
    List<Machine<?>> machines = new ArrayList<>();
    for (int i = 1; i <= load.clients(); i++) {
      machines.add(addClient(deployment, NodeId.of("c" + i), load.service(), world));
    }
    boolean explicit = settings.replayed() || !settings.operations().isEmpty();
    Optional<List<PlannedOperation>> operations =
        explicit ? Optional.of(settings.operations()) : Optional.empty();
    return new Workload(
        engine, recorder, world.choices(), service, load, machines, operations, end);
  }

  private <M> Machine<M> addClient(Deployment<M> system, NodeId id, String service, World world) {
    Machine<M> machine =
        new Machine<>(
            world,
            id,
            network.size(),
            context -> system.client(service, context),
            Optional.empty());
    network.connect(machine);
    cluster.addClient(machine);
    return machine;
  }

  private void requireKnown(List<LinkClass> classes) {
    for (LinkClass each : classes) {
      each.from().forEach(cluster::get);
      each.to().forEach(cluster::get);
    }
  }

  private void judge(Fact fact, NodeId node, long time, long event) {
    judges.on(fact, node, time, event);
    for (FactObserver observer : options.observers()) {
      observer.on(fact, node, time, event);
    }
    faults.on(fact, node, time);
    for (FactWatch watch : watches) {
      if (watch.found == null && watch.wanted.test(fact)) {
        watch.found = fact;
      }
    }
  }

  // The whole run.

  /** Runs to the end and judges. */
  public RunResult run() {
    return new Course(this).toEnd();
  }

  /** Ends the run here and judges what has happened. */
  public RunResult finish() {
    return new Course(this).endNow();
  }

  // Steps.

  /** Runs the next entry of the queue; false when nothing is left or the run was stopped. */
  public boolean step() {
    return !isStopped() && !engine.isIdle() && fireNext();
  }

  /** Runs everything up to and including a moment after the start, and moves time there. */
  public void runUntil(Duration time) {
    runTo(time.toNanos());
    if (!isStopped() && engine.now() < time.toNanos()) {
      engine.advanceTo(time.toNanos());
    }
  }

  /**
   * Runs until so many events have happened: to the event of this number, as traces and violations
   * give it.
   *
   * @return false when the run was over before
   */
  public boolean runUntilEvent(long number) {
    boolean going = true;
    while (going && recorder.events() < number) {
      going = step();
    }
    return recorder.events() >= number;
  }

  /** Lets so much time pass. */
  public void runFor(Duration duration) {
    runUntil(now().plus(duration));
  }

  /**
   * Runs until a node reports a fact of this class.
   *
   * @param within how long at most
   * @return the fact; empty when the time passed without one
   */
  public <F extends Fact> Optional<F> runUntil(Class<F> type, Duration within) {
    return runUntil(type, fact -> true, within);
  }

  /** Like {@link #runUntil(Class, Duration)}, for a fact that also meets a condition. */
  public <F extends Fact> Optional<F> runUntil(
      Class<F> type, Predicate<F> condition, Duration within) {
    FactWatch watch =
        new FactWatch(fact -> type.isInstance(fact) && condition.test(type.cast(fact)));
    watches.add(watch);
    long limit = engine.now() + within.toNanos();
    boolean going = true;
    while (going && watch.found == null && engine.nextTime() <= limit) {
      going = step();
    }
    watches.remove(watch);
    return Optional.ofNullable(watch.found).map(type::cast);
  }

  /** Runs every entry that is due up to a time; time stays at the last of them. */
  void runTo(long time) {
    while (engine.nextTime() <= time && !isStopped()) {
      fireNext();
    }
  }

  private boolean fireNext() {
    try {
      return engine.step();
    } catch (QueueFull full) {
      recorder.exceed(full.getMessage());
      return true;
    }
  }

  /** Has a violation or a bound ended the run? */
  public boolean isStopped() {
    return (judges.hasViolations() && !options.keepGoing()) || recorder.isExceeded();
  }

  // Interventions.

  /** Begins a fault now. */
  public void apply(FaultAction action) {
    faults.apply(action);
  }

  /** Stops a node. */
  public void crash(NodeId node) {
    cluster.get(node).crash();
  }

  /** Starts a node that is down. */
  public void restart(NodeId node) {
    cluster.get(node).start(0);
  }

  /** The messages on their way, by arrival. */
  public List<Flight> inFlight() {
    List<Flight> flights = new ArrayList<>();
    engine.forEachPending((event, time, sequence) -> {
      if (Engine.receiverOf(event) == network) {
        flights.add(flight(event, time, sequence));
      }
    });
    flights.sort(Comparator.comparingLong(Flight::arrives).thenComparingLong(Flight::number));
    return flights;
  }

  private static Flight flight(Event event, long time, long sequence) {
    Object message = event.subject;
    return new Flight(
        Network.origin(event),
        Network.destination(event).id(),
        message == null ? "" : message,
        time,
        sequence);
  }

  /**
   * Delivers a message now, before everything else that is waiting.
   *
   * @throws IllegalArgumentException when it is no longer on its way
   */
  public void deliver(Flight flight) {
    network.deliverNow(find(flight));
  }

  /** Loses a message. */
  public void drop(Flight flight) {
    Engine.defuse(find(flight));
  }

  private Event find(Flight flight) {
    List<Event> found = new ArrayList<>();
    engine.forEachPending((event, time, sequence) -> {
      if (Engine.receiverOf(event) == network && sequence == flight.number()) {
        found.add(event);
      }
    });
    if (found.size() != 1) {
      throw new IllegalArgumentException("not on its way: " + flight);
    }
    return found.get(0);
  }

  // Views.

  /** Virtual time since the start. */
  public Duration now() {
    return Duration.ofNanos(engine.now());
  }

  /** A node's picture of itself; empty while it is down. */
  public Optional<Record> view(NodeId node) {
    return cluster.get(node).view();
  }

  /** Is the node up? */
  public boolean isUp(NodeId node) {
    return cluster.get(node).isUp();
  }

  /** The broken rules so far. */
  public List<Violation> violations() {
    return judges.violations();
  }

  /** A hash over every event, fact and operation so far. */
  public long fingerprint() {
    return recorder.fingerprint();
  }

  /** How many events there were so far. */
  public long events() {
    return recorder.events();
  }

  // For the course of the run.

  Deployment<?> deployment() {
    return deployment;
  }

  RunSettings settings() {
    return settings;
  }

  Options options() {
    return options;
  }

  Engine engine() {
    return engine;
  }

  Recorder recorder() {
    return recorder;
  }

  Network network() {
    return network;
  }

  Cluster cluster() {
    return cluster;
  }

  FaultInjector faults() {
    return faults;
  }

  Judges judges() {
    return judges;
  }

  @Nullable Workload workload() {
    return workload;
  }

  @Override
  public String toString() {
    return "seed " + settings.seed() + " at " + Durations.format(engine.now());
  }
}
