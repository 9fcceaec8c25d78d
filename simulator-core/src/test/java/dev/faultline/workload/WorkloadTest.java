package dev.faultline.workload;

import static dev.faultline.fixtures.Faults.crash;
import static dev.faultline.fixtures.Faults.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.Stage;
import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.node.Context;
import dev.faultline.random.KeyedRandom;
import dev.faultline.service.KvOperation;
import dev.faultline.service.Service;
import dev.faultline.service.Services;
import dev.faultline.simulation.RunResult;
import dev.faultline.simulation.Simulation;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What clients are asked to do, when, and what becomes of it. */
class WorkloadTest {
  private static final long MILLI = 1_000_000;
  private static final Service KV = Services.named("kv");

  private final Stage stage = new Stage();

  private static Stage.Service after(long millis, Outcome<Object> outcome) {
    return (context, operation, done) ->
        context.timer("answer", () -> done.accept(outcome)).restart(millis * MILLI);
  }

  private static Stage.Service ok(long millis) {
    return after(millis, new Outcome.Ok<>("done"));
  }

  private static WorkloadSettings load(int clients, double rate, long timeoutMillis) {
    WorkloadSettings usual =
        Runs.kv(clients, rate == 0 ? Optional.empty() : Optional.of(new Rate(rate)));
    return new WorkloadSettings(
        "kv", clients, usual.rate(), usual.keys(), usual.mix(), Duration.ofMillis(timeoutMillis));
  }

  private RunResult run(WorkloadSettings load, long seconds, Stage.Service service) {
    return run(new Runs().workload(load), seconds, service);
  }

  private RunResult run(Runs runs, long seconds, Stage.Service service) {
    return stage.serving(service).play(runs.lasting(Duration.ofSeconds(seconds))).run();
  }

  private static List<Operation> of(RunResult result, String client) {
    return result.history().stream()
        .filter(operation -> operation.client().name().equals(client))
        .toList();
  }

  private static PlannedOperation put(long millis, String client, String value) {
    return new PlannedOperation(
        Duration.ofMillis(millis), NodeId.of(client), new KvOperation.Put("k1", value));
  }

  // Schedules.

  @Test
  @DisplayName("an open loop has its rate in total, whatever the number of clients")
  void rate() {
    for (int clients : new int[] {1, 4, 10}) {
      RunResult result = run(load(clients, 200, 1000), 20, ok(0));
      assertThat(result.operations().size()).isBetween(3_700, 4_300);
      assertThat(of(result, "c1").size()).isBetween(3_500 / clients, 4_500 / clients);
    }
  }

  @Test
  @DisplayName("an open loop's schedule and operations do not depend on how operations end")
  void openLoopIsFixed() {
    List<PlannedOperation> fast = run(load(3, 50, 300), 10, ok(1)).operations();
    List<PlannedOperation> slow = run(load(3, 50, 300), 10, ok(250)).operations();
    List<PlannedOperation> failing =
        run(load(3, 50, 300), 10, after(3, new Outcome.Failed<>("no"))).operations();
    List<PlannedOperation> silent = run(load(3, 50, 300), 10, (c, o, d) -> {}).operations();
    assertThat(fast).hasSizeGreaterThan(400);
    assertThat(slow).isEqualTo(fast);
    assertThat(failing).isEqualTo(fast);
    assertThat(silent).isEqualTo(fast);
  }

  @Test
  @DisplayName("a client's operations do not depend on the other clients")
  void clientsAreIndependent() {
    List<Operation> alone = of(run(load(1, 10, 1000), 10, ok(1)), "c1");
    List<Operation> among = of(run(load(5, 50, 1000), 10, ok(1)), "c1");
    assertThat(among)
        .extracting(Operation::intended)
        .isEqualTo(alone.stream().map(Operation::intended).toList());
    assertThat(among)
        .extracting(Operation::operation)
        .isEqualTo(alone.stream().map(Operation::operation).toList());
  }

  @Test
  @DisplayName("in a closed loop the next operation starts when the last has ended")
  void closedLoop() {
    List<Operation> operations = of(run(load(2, 0, 1000), 2, ok(10)), "c2");
    assertThat(operations).hasSize(200);
    for (int i = 0; i < operations.size(); i++) {
      assertThat(operations.get(i).invoked()).isEqualTo(i * 10 * MILLI);
      assertThat(operations.get(i).intended()).isEqualTo(i * 10 * MILLI);
    }
  }

  @Test
  @DisplayName("a closed loop whose operations fail at once does not stop time")
  void closedLoopFailing() {
    RunResult result = run(load(1, 0, 1000), 1, after(0, new Outcome.Failed<>("no")));
    assertThat(result.undecided()).containsExactly("no operation succeeded");
    assertThat(result.history().size()).isBetween(500, 1001);
  }

  // Operations.

  @Test
  @DisplayName("kinds come up in the shares of the mix, never one without a share")
  void mix() {
    Map<String, Share> shares = new HashMap<>();
    shares.put("get", new Share(0.6));
    shares.put("put", new Share(0.3));
    shares.put("cas", new Share(0.1));
    shares.put("append", Share.NONE);
    WorkloadSettings usual = load(2, 400, 1000);
    WorkloadSettings mixed =
        new WorkloadSettings("kv", 2, usual.rate(), usual.keys(), shares, usual.timeout());
    Map<String, Integer> counts = new HashMap<>();
    List<PlannedOperation> operations = run(mixed, 25, ok(0)).operations();
    for (PlannedOperation planned : operations) {
      counts.merge(KV.kindOf(planned.operation()), 1, Integer::sum);
    }
    double all = operations.size();
    assertThat(counts).containsOnlyKeys("get", "put", "cas");
    assertThat(counts.get("get") / all).isBetween(0.58, 0.62);
    assertThat(counts.get("put") / all).isBetween(0.28, 0.32);
    assertThat(counts.get("cas") / all).isBetween(0.09, 0.11);
  }

  @Test
  @DisplayName("zipf: the k-th key in proportion to 1/k; uniform: all alike")
  void keys() {
    KeyPicker zipf = new KeyPicker(new WorkloadSettings.Keys(4, WorkloadSettings.Popularity.ZIPF));
    KeyPicker uniform =
        new KeyPicker(new WorkloadSettings.Keys(4, WorkloadSettings.Popularity.UNIFORM));
    KeyedRandom random = new KeyedRandom(1);
    Map<String, Integer> counts = new HashMap<>();
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      long bits = random.nextLong();
      counts.merge("zipf " + zipf.pick(bits), 1, Integer::sum);
      counts.merge("uniform " + uniform.pick(bits), 1, Integer::sum);
    }
    double sum = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0;
    for (int k = 1; k <= 4; k++) {
      assertThat(counts.get("zipf k" + k) / (double) draws)
          .isBetween(0.97 / k / sum, 1.03 / k / sum);
      assertThat(counts.get("uniform k" + k) / (double) draws).isBetween(0.24, 0.26);
    }
    assertThat(zipf.pick(0)).isEqualTo("k1");
    assertThat(zipf.pick(-1)).isEqualTo("k4");
  }

  @Test
  @DisplayName("no two operations of a run write the same value")
  void uniqueValues() {
    Set<String> written = new HashSet<>();
    for (PlannedOperation planned : run(load(12, 500, 1000), 10, ok(0)).operations()) {
      KV.written(planned.operation()).ifPresent(value -> assertThat(written.add(value)).isTrue());
    }
    assertThat(written).hasSizeGreaterThan(1000);
  }

  // Outcomes.

  @Test
  @DisplayName("one operation of a client is open at a time; the others wait their turn")
  void oneOpen() {
    List<String> open = new ArrayList<>();
    Stage.Service slow =
        (context, operation, done) -> {
          assertThat(open).doesNotContain(context.self().name());
          open.add(context.self().name());
          context
              .timer(
                  "answer",
                  () -> {
                    open.remove(context.self().name());
                    done.accept(new Outcome.Ok<>("done"));
                  })
              .restart(30 * MILLI);
        };
    Runs runs =
        new Runs()
            .workload(load(2, 0, 1000))
            .operations(List.of(put(10, "c1", "a"), put(15, "c1", "b"), put(20, "c2", "c")));
    List<Operation> operations = run(runs, 1, slow).history();
    assertThat(operations)
        .extracting(Operation::client, Operation::intended, Operation::invoked)
        .containsExactly(
            tuple(NodeId.of("c1"), 10 * MILLI, 10 * MILLI),
            tuple(NodeId.of("c2"), 20 * MILLI, 20 * MILLI),
            tuple(NodeId.of("c1"), 15 * MILLI, 40 * MILLI));
  }

  @Test
  @DisplayName("after the time limit the outcome is unknown and the process gets a new number")
  void timeouts() {
    Runs runs =
        new Runs()
            .workload(load(3, 0, 100))
            .operations(
                List.of(
                    put(10, "c1", "a"),
                    put(20, "c2", "b"),
                    put(300, "c1", "c"),
                    put(600, "c1", "d")));
    Stage.Service onlyC2 =
        (context, operation, done) -> {
          if (context.self().name().equals("c2")) {
            done.accept(new Outcome.Ok<>("done"));
          }
        };
    List<Operation> operations = run(runs, 1, onlyC2).history();
    assertThat(of(operations, "c1")).extracting(Operation::process).containsExactly(0L, 3L, 6L);
    assertThat(of(operations, "c1"))
        .extracting(Operation::completed)
        .containsExactly(110 * MILLI, 400 * MILLI, 700 * MILLI);
    assertThat(of(operations, "c1"))
        .allMatch(operation -> operation.outcome() instanceof Outcome.Unknown<?>);
    assertThat(of(operations, "c2")).extracting(Operation::process).containsExactly(1L);
  }

  @Test
  @DisplayName("each operation has its whole time limit, whenever the one before it started")
  void ownTimeLimit() {
    Runs runs =
        new Runs()
            .workload(load(1, 0, 100))
            .operations(List.of(put(10, "c1", "a"), put(60, "c1", "b")));
    Stage.Service onlyFirst =
        (context, operation, done) -> {
          if (operation.equals(new KvOperation.Put("k1", "a"))) {
            done.accept(new Outcome.Ok<>("done"));
          }
        };
    assertThat(run(runs, 1, onlyFirst).history())
        .extracting(Operation::completed)
        .containsExactly(10 * MILLI, 160 * MILLI);
  }

  private static List<Operation> of(List<Operation> history, String client) {
    return history.stream().filter(each -> each.client().name().equals(client)).toList();
  }

  @Test
  @DisplayName("a late answer to an operation that was given up is ignored")
  void lateAnswer() {
    List<Consumer<Outcome<Object>>> pending = new ArrayList<>();
    Runs runs =
        new Runs()
            .workload(load(1, 0, 100))
            .operations(List.of(put(10, "c1", "a"), put(200, "c1", "b")));
    stage.serving((context, operation, done) -> pending.add(done));
    Simulation simulation = stage.play(runs.lasting(Duration.ofSeconds(1)));
    simulation.runUntil(Duration.ofMillis(210));
    pending.get(0).accept(new Outcome.Ok<>("late"));
    simulation.runUntil(Duration.ofMillis(220));
    pending.get(1).accept(new Outcome.Ok<>("in time"));
    pending.get(1).accept(new Outcome.Failed<>("twice"));
    List<Operation> history = simulation.run().history();
    assertThat(history)
        .extracting(Operation::outcome)
        .containsExactly(new Outcome.Unknown<>(), new Outcome.Ok<>("in time"));
    assertThat(history).extracting(Operation::completed).containsExactly(110 * MILLI, 220 * MILLI);
  }

  @Test
  @DisplayName("a client that is down fails its operations; one open at its crash is unknown")
  void clientDown() {
    Runs runs =
        new Runs()
            .workload(load(1, 0, 100))
            .operations(List.of(put(10, "c1", "a"), put(50, "c1", "b"), put(200, "c1", "c")))
            .fault(fault("crash", 20, 130, crash("c1")));
    List<Operation> history = run(runs, 1, ok(30)).history();
    assertThat(history)
        .extracting(Operation::outcome)
        .containsExactly(
            new Outcome.Unknown<>(),
            new Outcome.Failed<>("the client is down"),
            new Outcome.Ok<>("done"));
    assertThat(history).extracting(Operation::process).containsExactly(0L, 1L, 1L);
  }

  @Test
  @DisplayName("what is open at the end is unknown, what still waits is not judged")
  void atTheEnd() {
    Runs runs =
        new Runs()
            .workload(load(1, 0, 5000))
            .operations(List.of(put(100, "c1", "a"), put(200, "c1", "b")));
    RunResult result = run(runs, 1, (context, operation, done) -> {});
    List<Operation> history = result.history();
    assertThat(history).extracting(Operation::outcome).containsExactly(new Outcome.Unknown<>());
    assertThat(result.operations()).hasSize(2);
    assertThat(history.get(0).completed()).isEqualTo(1000 * MILLI);
  }

  // Explicit operations.

  @Test
  @DisplayName("explicit operations run in the order of their times, instead of generated ones")
  void explicit() {
    Runs runs =
        new Runs()
            .workload(load(2, 500, 1000))
            .operations(List.of(put(50, "c1", "b"), put(10, "c1", "a"), put(20, "c2", "c")));
    RunResult result = run(runs, 1, ok(1));
    assertThat(result.history())
        .extracting(operation -> ((KvOperation.Put) operation.operation()).value())
        .containsExactly("a", "c", "b");
    assertThat(result.operations())
        .containsExactly(put(10, "c1", "a"), put(20, "c2", "c"), put(50, "c1", "b"));
  }

  @Test
  @DisplayName("an explicit operation of a client that is not there is refused")
  void unknownClient() {
    Runs runs = new Runs().workload(load(2, 0, 1000)).operations(List.of(put(10, "c3", "a")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.play(runs))
        .withMessage("there is no client c3");
  }

  @Test
  @DisplayName("settings that make no sense are refused")
  void refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> load(0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> load(1, 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkloadSettings.Keys(0, WorkloadSettings.Popularity.ZIPF));
  }

  @Test
  @DisplayName("an operation is an event of its client, caused by the scenario")
  void clientHandlers() {
    List<Context<Stage.Message>> contexts = new ArrayList<>();
    Runs runs = new Runs().workload(load(1, 0, 100)).operations(List.of(put(10, "c1", "a")));
    Stage.Service asking =
        (context, operation, done) -> {
          contexts.add(context);
          context.send(NodeId.of("n1"), new Stage.Note("asked"));
          done.accept(new Outcome.Ok<>("done"));
        };
    run(runs, 1, asking);
    assertThat(contexts).hasSize(1);
    assertThat(stage.log()).containsExactly("11ms n1 hears asked from c1");
  }
}
