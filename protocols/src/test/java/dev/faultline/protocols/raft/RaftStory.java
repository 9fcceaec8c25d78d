package dev.faultline.protocols.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Invariant;
import dev.faultline.check.Violation;
import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.fault.Anchor;
import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.Target;
import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.network.NetworkSettings;
import dev.faultline.node.Context;
import dev.faultline.node.Node;
import dev.faultline.protocols.raft.flawed.RaftFlaw;
import dev.faultline.protocols.raft.system.RaftProtocol;
import dev.faultline.random.Chance;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.Flight;
import dev.faultline.simulation.Options;
import dev.faultline.simulation.Recovery;
import dev.faultline.simulation.RunSettings;
import dev.faultline.simulation.Simulation;
import dev.faultline.trace.TraceEntry;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.workload.Client;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A Raft cluster in a simulation that a test drives step by step.
 *
 * <p>Nothing in it is left to chance: messages take 1 ms, syncs 0.5 ms, leaders beat every 50 ms,
 * and election timeouts are fixed. Servers named in {@link #electionOrder} run for election after
 * 100, 200, … ms without a leader; the others wait for a minute.
 */
final class RaftStory implements Deployment<RaftMessage> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<NodeId> servers;
  private final List<NodeId> electionOrder = new ArrayList<>();
  private final Map<NodeId, List<Long>> firstLogs = new HashMap<>();
  private final List<PlannedOperation> operations = new ArrayList<>();
  private final List<FaultAction> actions = new ArrayList<>();
  private final List<TraceEntry> trace = new ArrayList<>();
  private RaftRules rules = new RaftRules();
  private int entriesPerAppend = 64;
  private int clients = 1;
  private int faults;
  private long firstTerm;
  private DiskSettings disk = DiskSettings.DEFAULT;
  private Simulation simulation;

  private RaftStory(int size) {
    servers = IntStream.rangeClosed(1, size).mapToObj(i -> NodeId.of("n" + i)).toList();
  }

  // Beginnings.

  static RaftStory of(int servers) {
    return new RaftStory(servers);
  }

  RaftStory electionOrder(String... names) {
    for (String name : names) {
      electionOrder.add(NodeId.of(name));
    }
    return this;
  }

  RaftStory flaw(String id) {
    rules = RaftFlaw.of(id).rules();
    return this;
  }

  RaftStory rules(RaftRules given) {
    rules = given;
    return this;
  }

  RaftStory entriesPerAppend(int most) {
    entriesPerAppend = most;
    return this;
  }

  RaftStory disk(DiskSettings settings) {
    disk = settings;
    return this;
  }

  RaftStory clients(int count) {
    clients = count;
    return this;
  }

  /** The term that servers with a log of their own have seen before their first life. */
  RaftStory term(long term) {
    firstTerm = term;
    return this;
  }

  /** The terms of the entries that a server's disk holds before its first life. */
  RaftStory log(String server, long... terms) {
    firstLogs.put(
        NodeId.of(server), IntStream.range(0, terms.length).mapToObj(i -> terms[i]).toList());
    return this;
  }

  /** A client starts an operation so many milliseconds after the start. */
  RaftStory at(long millis, String client, KvOperation operation) {
    operations.add(
        new PlannedOperation(Duration.ofMillis(millis), NodeId.of(client), (Record) operation));
    return this;
  }

  /** A fault begins with the n-th fact of a class. */
  RaftStory when(Class<? extends RaftFact> fact, String server, int nth, Effect effect) {
    Anchor anchor =
        new Anchor.OnFact(fact.getSimpleName(), Optional.of(NodeId.of(server)), nth, Duration.ZERO);
    actions.add(new FaultAction("planned" + actions.size(), anchor, Optional.empty(), effect));
    return this;
  }

  RaftStory begin() {
    WorkloadSettings workload =
        new WorkloadSettings(
            "kv",
            clients,
            Optional.empty(),
            new WorkloadSettings.Keys(1, WorkloadSettings.Popularity.UNIFORM),
            new TreeMap<>(),
            Duration.ofSeconds(30));
    RunSettings settings =
        new RunSettings(
            1,
            Chance.PLAIN,
            Duration.ofSeconds(100),
            servers,
            NetworkSettings.CALM,
            disk,
            ClockSettings.TRUE,
            Optional.empty(),
            actions,
            List.of(),
            Optional.of(workload),
            operations,
            true,
            false,
            RunSettings.Bounds.DEFAULT);
    simulation =
        new Simulation(this, settings, Options.DEFAULT.keepGoing(true).tracing(trace::add));
    return this;
  }

  // What happens.

  RaftStory runFor(long millis) {
    simulation.runFor(Duration.ofMillis(millis));
    return this;
  }

  RaftStory runUntil(long millis) {
    simulation.runUntil(Duration.ofMillis(millis));
    return this;
  }

  /** Runs until a server reports a new fact of this class. */
  <F extends RaftFact> F await(String server, Class<F> type) {
    long seen = facts(server, type).size();
    long limit = simulation.now().plus(PATIENCE).toNanos();
    while (facts(server, type).size() == seen) {
      assertThat(simulation.step() && simulation.now().toNanos() < limit)
          .as("%s reports %s", server, type.getSimpleName())
          .isTrue();
    }
    return facts(server, type).get((int) seen);
  }

  RaftStory crash(String server) {
    simulation.crash(NodeId.of(server));
    return this;
  }

  RaftStory restart(String server) {
    simulation.restart(NodeId.of(server));
    return this;
  }

  /** Loses what a server has sent and nobody has received yet. */
  RaftStory dropFrom(String server) {
    for (Flight flight : simulation.inFlight()) {
      if (flight.from().name().equals(server)) {
        simulation.drop(flight);
      }
    }
    return this;
  }

  /** Cuts nodes into groups for a while: {@code "n1 c1", "n2 n3"}. */
  RaftStory cut(long millis, String... groups) {
    List<List<NodeId>> sides = new ArrayList<>();
    for (String group : groups) {
      sides.add(List.of(group.split(" ")).stream().map(NodeId::of).toList());
    }
    return apply(millis, new Effect.Partition(new Cut.Groups(sides)));
  }

  RaftStory slowDisk(long millis, String server, double factor) {
    return apply(millis, new Effect.SlowDisk(new Target.Named(List.of(NodeId.of(server))), factor));
  }

  RaftStory apply(long millis, Effect effect) {
    Anchor now = new Anchor.At(simulation.now());
    Optional<Duration> lasts = Optional.of(Duration.ofMillis(millis));
    simulation.apply(new FaultAction("fault" + faults++, now, lasts, effect));
    return this;
  }

  // What can be seen.

  long nanos() {
    return simulation.now().toNanos();
  }

  long millis() {
    return simulation.now().toMillis();
  }

  RaftView view(String server) {
    return (RaftView) simulation.view(NodeId.of(server)).orElseThrow();
  }

  <F extends RaftFact> List<F> facts(String server, Class<F> type) {
    List<F> found = new ArrayList<>();
    for (TraceEntry entry : trace) {
      if (entry instanceof TraceEntry.Reported seen
          && seen.node().name().equals(server)
          && type.isInstance(seen.fact())) {
        found.add(type.cast(seen.fact()));
      }
    }
    return found;
  }

  List<TraceEntry> trace() {
    return trace;
  }

  /** The terms of the entries that a server holds now, by what it reported. */
  List<Long> termsOf(String server) {
    List<Long> terms = new ArrayList<>(firstLogs.getOrDefault(NodeId.of(server), List.of()));
    for (RaftFact fact : facts(server, RaftFact.class)) {
      if (fact instanceof RaftFact.Truncated cut) {
        terms.subList((int) cut.fromIndex() - 1, terms.size()).clear();
      } else if (fact instanceof RaftFact.Appended appended) {
        terms.add(appended.term());
      } else if (fact instanceof RaftFact.Recovered recovered) {
        terms.subList((int) recovered.lastIndex(), terms.size()).clear();
      }
    }
    return terms;
  }

  List<String> violated() {
    return simulation.violations().stream().map(Violation::check).distinct().toList();
  }

  /** The operations that have ended well, with their results, in order of invocation. */
  List<KvResult> results() {
    return history().stream()
        .filter(operation -> operation.outcome() instanceof Outcome.Ok<?>)
        .map(operation -> (KvResult) ((Outcome.Ok<?>) operation.outcome()).result())
        .toList();
  }

  /** Ends the story: every operation there was. */
  List<Operation> history() {
    return simulation.finish().history();
  }

  // The system.

  @Override
  public Node<RaftMessage> node(Context<RaftMessage> context) {
    List<Long> terms = firstLogs.getOrDefault(context.self(), List.of());
    if (!terms.isEmpty() && context.disk().journal("wal").size() == 0) {
      FirstLog.write(context.disk(), firstTerm, terms);
    }
    return new RaftNode(context, servers, configOf(context.self()), rules);
  }

  private RaftConfig configOf(NodeId server) {
    int place = electionOrder.indexOf(server);
    Duration timeout = place < 0 ? Duration.ofMinutes(1) : Duration.ofMillis(100L * (place + 1));
    return new RaftConfig(
        DurationRange.of(timeout),
        Duration.ofMillis(50),
        entriesPerAppend,
        RaftConfig.DEFAULT.clientRetry());
  }

  @Override
  public Client<RaftMessage, ?, ?> client(String service, Context<RaftMessage> context) {
    return new RaftClient(context, servers, RaftConfig.DEFAULT);
  }

  @Override
  public List<Invariant> invariants() {
    return new RaftProtocol().deploy(RaftConfig.DEFAULT, servers, Optional.empty()).invariants();
  }

  @Override
  public FaultBudget budget() {
    return FaultBudget.majority(servers.size());
  }

  @Override
  public Recovery recovery() {
    throw new UnsupportedOperationException("a story has no recovery phase");
  }
}
