package dev.faultline.simulation;

import static dev.faultline.fixtures.Faults.crash;
import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.ids;
import static dev.faultline.fixtures.Faults.named;
import static dev.faultline.fixtures.Faults.oneWay;
import static dev.faultline.fixtures.Faults.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.clock.ClockSettings;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fixtures.Beacon;
import dev.faultline.fixtures.Runs;
import dev.faultline.network.BurstLoss;
import dev.faultline.network.LinkSettings;
import dev.faultline.random.Distribution;
import dev.faultline.service.KvOperation;
import dev.faultline.trace.EventKind;
import dev.faultline.trace.TraceEntry;
import dev.faultline.values.Drift;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import dev.faultline.workload.PlannedOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * With a protocol in which nothing depends on what is received, removing one thing from a run
 * leaves every unrelated message as it was: sent at the same moment, lost or copied alike, arriving
 * at the same moments.
 */
class NoFeedbackProperties {
  private static final List<NodeId> SERVERS = ids("n1", "n2", "n3", "n4");
  private static final List<String> CLIENTS = List.of("c1", "c2", "c3");

  /** A message, told apart by its link and its text. */
  private record Letter(String from, String to, String text) implements Comparable<Letter> {
    @Override
    public int compareTo(Letter other) {
      return toString().compareTo(other.toString());
    }

    boolean touches(String node) {
      return from.equals(node) || to.equals(node);
    }
  }

  /** When each message was sent, and when it arrived or was lost. */
  private static Map<Letter, TreeSet<String>> fates(Runs runs, List<NodeId> servers) {
    Map<Letter, TreeSet<String>> fates = new TreeMap<>();
    RunSettings settings = runs.nodes(servers).settings();
    Options options =
        Options.DEFAULT.tracing(entry -> {
          switch (entry) {
            case TraceEntry.Sent sent ->
                note(
                    fates,
                    new Letter(sent.from().name(), sent.to().name(), sent.content()),
                    "sent " + sent.time());
            case TraceEntry.Handled handled -> {
              if (handled.kind() == EventKind.MESSAGE) {
                Letter letter =
                    new Letter(
                        handled.peer().orElseThrow().name(),
                        handled.node().name(),
                        handled.content());
                note(fates, letter, "heard " + handled.time());
              }
            }
            case TraceEntry.Lost lost -> {}
            case TraceEntry.Reported reported -> {}
          }
        });
    new Simulation(new Beacon(SERVERS), settings, options).run();
    return fates;
  }

  private static void note(Map<Letter, TreeSet<String>> fates, Letter letter, String what) {
    fates.computeIfAbsent(letter, key -> new TreeSet<>()).add(what);
  }

  private static Runs runs(long seed) {
    LinkSettings link =
        new LinkSettings(
            new Distribution.Lognormal(Duration.ofMillis(2), Duration.ofMillis(30)),
            new Share(0.1),
            new Share(0.1),
            Share.NONE,
            Optional.of(
                new BurstLoss(Duration.ofMillis(40), Duration.ofMillis(10), new Share(0.7))),
            false);
    return new Runs()
        .seed(seed)
        .lasting(Duration.ofMillis(300))
        .link(link)
        .clock(new ClockSettings(Drift.parse("5%"), Duration.ZERO))
        .workload(Runs.kv(CLIENTS.size(), Optional.empty()));
  }

  private static List<PlannedOperation> operations() {
    List<PlannedOperation> operations = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      operations.add(
          new PlannedOperation(
              Duration.ofMillis(5 * i),
              NodeId.of(CLIENTS.get(i % CLIENTS.size())),
              new KvOperation.Get("k1")));
    }
    return operations;
  }

  private static void sameBut(
      Map<Letter, TreeSet<String>> with,
      Map<Letter, TreeSet<String>> without,
      Predicate<Letter> concerned) {
    Map<Letter, TreeSet<String>> before = new TreeMap<>(with);
    Map<Letter, TreeSet<String>> after = new TreeMap<>(without);
    before.keySet().removeIf(concerned);
    after.keySet().removeIf(concerned);
    assertThat(before).hasSizeGreaterThan(100);
    assertThat(after).isEqualTo(before);
  }

  private static List<FaultAction> faults() {
    return List.of(
        fault("crash", 50, 60, crash("n2")),
        fault("pause", 120, 50, pause("n2")),
        fault("drift", 60, 70, new Effect.ClockDrift(named("n2"), Drift.parse("50%"))),
        fault("cut", 80, 100, oneWay("n3", "n2")),
        fault("clog", 90, 80, new Effect.Clog(ids("n2"), ids("n4"))),
        fault(
            "noise",
            100,
            100,
            new Effect.Noise(
                ids("n1"),
                ids("n2"),
                Optional.of(new Distribution.Constant(Duration.ofMillis(9))),
                Optional.of(new Share(0.5)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BurstLoss(Duration.ofMillis(5), Duration.ofMillis(5), Share.ALL)))),
        fault(
            "drop",
            20,
            new Effect.MessageFault(
                new Effect.Fate.Drop(), ids("n2"), List.of(), Optional.empty(), 10)));
  }

  @Property(tries = 40)
  @Label("removing a fault leaves every message that does not touch its node as it was")
  void removingFault(@ForAll long seed, @ForAll @IntRange(max = 6) int removed) {
    List<FaultAction> fewer = new ArrayList<>(faults());
    fewer.remove(removed);
    sameBut(
        fates(runs(seed).operations(operations()).faults(faults()), SERVERS),
        fates(runs(seed).operations(operations()).faults(fewer), SERVERS),
        letter -> letter.touches("n2"));
  }

  @Property(tries = 25)
  @Label("removing a node leaves every message between the others as it was")
  void removingNode(@ForAll long seed, @ForAll @IntRange(max = 3) int removed) {
    List<NodeId> fewer = new ArrayList<>(SERVERS);
    String gone = fewer.remove(removed).name();
    sameBut(
        fates(runs(seed).operations(operations()), SERVERS),
        fates(runs(seed).operations(operations()), fewer),
        letter -> letter.touches(gone));
  }

  @Property(tries = 25)
  @Label("removing a client's operations leaves every other message as it was")
  void removingClient(@ForAll long seed, @ForAll @IntRange(max = 2) int removed) {
    String gone = CLIENTS.get(removed);
    List<PlannedOperation> fewer =
        operations().stream().filter(each -> !each.client().name().equals(gone)).toList();
    sameBut(
        fates(runs(seed).operations(operations()), SERVERS),
        fates(runs(seed).operations(fewer), SERVERS),
        letter -> letter.touches(gone));
  }

  @Property(tries = 25)
  @Label("removing one operation leaves every message of servers and other clients as it was")
  void removingOperation(@ForAll long seed, @ForAll @IntRange(max = 59) int removed) {
    List<PlannedOperation> fewer = new ArrayList<>(operations());
    String client = fewer.remove(removed).client().name();
    sameBut(
        fates(runs(seed).operations(operations()), SERVERS),
        fates(runs(seed).operations(fewer), SERVERS),
        letter -> letter.touches(client));
  }

  @Property(tries = 15)
  @Label("adding clients to a generated workload of the same rate each changes no one else's")
  void addingClients(@ForAll long seed) {
    sameBut(
        fates(generated(seed, 2, 100), SERVERS),
        fates(generated(seed, 3, 150), SERVERS),
        letter -> letter.touches("c3"));
  }

  private static Runs generated(long seed, int clients, double rate) {
    return runs(seed).workload(Runs.kv(clients, Optional.of(new Rate(rate))));
  }
}
