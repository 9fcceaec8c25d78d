package dev.faultline.simulation;

import static dev.faultline.fixtures.Faults.crash;
import static dev.faultline.fixtures.Faults.fault;
import static dev.faultline.fixtures.Faults.loss;
import static dev.faultline.fixtures.Faults.oneWay;
import static dev.faultline.fixtures.Faults.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.CheckResult;
import dev.faultline.check.Ending;
import dev.faultline.check.Invariant;
import dev.faultline.check.Validation;
import dev.faultline.check.Verdict;
import dev.faultline.check.Verdicts;
import dev.faultline.check.Violation;
import dev.faultline.disk.DiskSettings;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultRule;
import dev.faultline.fault.Target;
import dev.faultline.fixtures.DurableCounter;
import dev.faultline.fixtures.Runs;
import dev.faultline.fixtures.SingleKv;
import dev.faultline.fixtures.Stage;
import dev.faultline.history.Outcome;
import dev.faultline.network.LinkSettings;
import dev.faultline.node.Timer;
import dev.faultline.random.Distribution;
import dev.faultline.trace.Fact;
import dev.faultline.values.DurationRange;
import dev.faultline.values.NodeId;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a run ends: pass, violation or undecided. */
class VerdictTest {
  private static final long MILLI = 1_000_000;

  private final Stage stage = new Stage();

  /** Breaks at every fact that says so. */
  private static final class NoBadNews implements Invariant {
    @Override
    public String name() {
      return "stage/no-bad-news";
    }

    @Override
    public List<Class<? extends Fact>> observes() {
      return List.of(Stage.Seen.class);
    }

    @Override
    public void on(Fact fact, NodeId node, Verdicts verdicts) {
      if (fact instanceof Stage.Seen(String what) && what.equals("bad")) {
        verdicts.violated(List.of(verdicts.sighting()), "%s saw something bad", node);
      }
    }
  }

  private static Runs crashing(long seed) {
    return new Runs()
        .seed(seed)
        .lasting(Duration.ofSeconds(3))
        .disk(
            new DiskSettings(
                new Distribution.Exponential(Duration.ofMillis(1)), Share.NONE, false, true))
        .rule(
            new FaultRule(
                "crash",
                new FaultRule.AtRandom(
                    new Rate(20), Duration.ofMillis(5), Duration.ZERO, Optional.empty()),
                Optional.of(new DurationRange(Duration.ofMillis(1), Duration.ofMillis(9))),
                new Effect.Crash(new Target.RandomNodes(1), false)));
  }

  private static RunResult count(boolean hasty, long seed, Options options) {
    return new Simulation(new DurableCounter(hasty), crashing(seed).settings(), options).run();
  }

  @Test
  @DisplayName("a counter that syncs before it promises passes, a hasty one is caught")
  void durableCounter() {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(count(false, seed, Options.DEFAULT).verdict()).isEqualTo(Verdict.PASS);
      RunResult caught = count(true, seed, Options.DEFAULT);
      assertThat(caught.verdict()).isEqualTo(Verdict.VIOLATION);
      assertThat(caught.violations()).hasSize(1);
      assertThat(caught.violations().get(0).check()).isEqualTo("counter/promises-grow");
      assertThat(caught.violations().get(0).evidence()).hasSize(2);
    }
  }

  @Test
  @DisplayName("a run stops after the event of its first violation, or goes on when told to")
  void stops() {
    RunResult stopped = count(true, 1, Options.DEFAULT);
    Violation first = stopped.violations().get(0);
    assertThat(stopped.events()).isEqualTo(first.event());
    assertThat(stopped.end()).isEqualTo(first.time()).isLessThan(stopped.duration());
    RunResult going = count(true, 1, Options.DEFAULT.keepGoing(true));
    assertThat(going.violations().get(0)).isEqualTo(first);
    assertThat(going.violations()).hasSizeGreaterThan(1);
    assertThat(going.end()).isEqualTo(going.duration());
  }

  @Test
  @DisplayName("it stops after that event also among syncs that completed together")
  void stopsInGroupCommit() {
    stage.judgedBy(new NoBadNews());
    Simulation simulation = stage.play(new Runs().nodes(1));
    for (String what : List.of("good", "good", "bad", "bad", "good")) {
      stage.context("n1").disk().sync(() -> stage.context("n1").report(new Stage.Seen(what)));
    }
    RunResult result = simulation.run();
    assertThat(result.violations()).hasSize(1);
    assertThat(result.events()).isEqualTo(result.violations().get(0).event()).isEqualTo(4);
  }

  @Test
  @DisplayName("facts of one handler are judged in order when it returns, and all of them")
  void factsOfOneHandler() {
    stage.judgedBy(new NoBadNews());
    stage.reacting((context, from, message) -> {
      context.report(new Stage.Seen("good"));
      context.report(new Stage.Seen("bad"));
      context.report(new Stage.Seen("good"));
      stage.note("handler goes on");
    });
    Simulation simulation = stage.play(new Runs());
    stage.say("n1", "n2", "x");
    RunResult result = simulation.run();
    assertThat(stage.log()).contains("1ms handler goes on");
    assertThat(result.checks())
        .contains(
            new CheckResult("stage/no-bad-news", Verdict.VIOLATION, 3, Optional.of("broken")));
    assertThat(result.violations().get(0).message()).isEqualTo("n2 saw something bad");
  }

  @Test
  @DisplayName("an invariant that was never evaluated leaves the run undecided")
  void neverEvaluated() {
    stage.judgedBy(new NoBadNews());
    RunResult result = stage.play(new Runs()).run();
    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.checks())
        .containsExactly(
            new CheckResult(
                "stage/no-bad-news", Verdict.UNDECIDED, 0, Optional.of("never evaluated")));
  }

  @Test
  @DisplayName("a run without checks, clients and faults passes")
  void nothingToJudge() {
    assertThat(stage.play(new Runs()).run().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  @DisplayName("a workload without one success leaves the run undecided, even if it recovers")
  void noSuccess() {
    boolean[] works = {false};
    stage.recovering(3, Duration.ofSeconds(1));
    stage.serving((context, operation, done) -> {
      if (works[0]) {
        done.accept(new Outcome.Ok<>("done"));
      } else {
        done.accept(new Outcome.Failed<>("not yet"));
      }
    });
    Simulation simulation =
        stage.play(
            new Runs()
                .lasting(Duration.ofSeconds(1))
                .workload(Runs.kv(2, Optional.of(new Rate(50))))
                .recovering());
    simulation.runUntil(Duration.ofMillis(999));
    works[0] = true;
    RunResult result = simulation.run();
    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.undecided()).containsExactly("no operation succeeded");
  }

  private Timer repeating(long nanos) {
    Timer[] self = new Timer[1];
    self[0] = stage.context("n1").timer("busy", () -> self[0].restart(nanos));
    self[0].restart(nanos);
    return self[0];
  }

  @Test
  @DisplayName("too many events in all leave the run undecided")
  void tooManyEvents() {
    Simulation simulation = stage.play(new Runs().nodes(1).bounds(1_000, 1_000));
    repeating(MILLI);
    RunResult result = simulation.run();
    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.undecided()).containsExactly("more than 1000 events");
    assertThat(result.events()).isEqualTo(1_001);
  }

  @Test
  @DisplayName("too many events at one instant leave the run undecided: time would stand still")
  void tooManyAtOnce() {
    Simulation simulation = stage.play(new Runs().nodes(1).bounds(1_000_000, 100));
    repeating(0);
    RunResult result = simulation.run();
    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(result.undecided()).containsExactly("more than 100 events at one instant");
    assertThat(result.end()).isZero();
  }

  /** A check at the end that answers as told. */
  private record Answering(Verdict verdict, Optional<Violation> violation) implements Validation {
    @Override
    public String name() {
      return "answering";
    }

    @Override
    public Judgement judge(Ending ending) {
      return new Judgement(verdict, 1, Optional.of("because"), violation);
    }
  }

  private Verdict judgedBy(Verdict verdict, Optional<Violation> violation) {
    Options options =
        Options.DEFAULT.checking(Optional.empty(), List.of(new Answering(verdict, violation)));
    return stage.play(new Runs(), options).run().verdict();
  }

  @Test
  @DisplayName("a check at the end decides like any other")
  void validations() {
    Violation violation =
        new Violation("answering", "wrong", 0, Violation.AT_THE_END, List.of(), Optional.empty());
    assertThat(judgedBy(Verdict.PASS, Optional.empty())).isEqualTo(Verdict.PASS);
    assertThat(judgedBy(Verdict.UNDECIDED, Optional.empty())).isEqualTo(Verdict.UNDECIDED);
    assertThat(judgedBy(Verdict.VIOLATION, Optional.of(violation))).isEqualTo(Verdict.VIOLATION);
    assertThat(judgedBy(Verdict.VIOLATION, Optional.empty())).isEqualTo(Verdict.VIOLATION);
  }

  // Recovery.

  private static RunResult recover(Runs runs) {
    return new Simulation(
            new SingleKv(),
            runs.lasting(Duration.ofSeconds(2))
                .workload(Runs.kv(2, Optional.of(new Rate(20))))
                .recovering()
                .settings(),
            Options.DEFAULT)
        .run();
  }

  @Test
  @DisplayName("after the fault phase every fault ends, and every client completes a write in time")
  void recovers() {
    RunResult result =
        recover(
            new Runs()
                .fault(fault("crash", 1500, 5000, crash("n1")))
                .fault(fault("cut", 1000, 5000, oneWay("c1", "n1")))
                .fault(fault("loss", 1800, loss(1)))
                .fault(fault("pause", 1900, pause("n2"))));
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    CheckResult liveness = result.checks().get(result.checks().size() - 1);
    assertThat(liveness.name()).isEqualTo("liveness");
    assertThat(liveness.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.end()).isBetween(2_000 * MILLI + 1, 3_000 * MILLI);
    assertThat(result.faults()).allMatch(span -> span.to() == 2_000 * MILLI);
    assertThat(result.operations())
        .noneMatch(each -> each.operation().toString().contains("probe"));
  }

  @Test
  @DisplayName("the network of the recovery is calm, however bad it was before")
  void calmRecovery() {
    LinkSettings bad =
        new LinkSettings(
            new Distribution.Constant(Duration.ofMillis(20)),
            new Share(0.9),
            Share.NONE,
            Share.NONE,
            Optional.empty(),
            false);
    RunResult result =
        new Simulation(
                new SingleKv(),
                new Runs()
                    .lasting(Duration.ofSeconds(60))
                    .link(bad)
                    .workload(Runs.kv(4, Optional.of(new Rate(5))))
                    .recovering()
                    .settings(),
                Options.DEFAULT)
            .run();
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.end() - result.duration()).isLessThan(60 * MILLI);
  }

  @Test
  @DisplayName("what is due at the very end of the fault phase is not part of it")
  void theVeryEnd() {
    Simulation simulation = stage.play(new Runs().nodes(1).lasting(Duration.ofMillis(10)));
    stage.context("n1").timer("in", () -> stage.note("in")).restart(10 * MILLI - 1);
    stage.context("n1").timer("out", () -> stage.note("out")).restart(10 * MILLI);
    RunResult result = simulation.run();
    assertThat(stage.log()).containsExactly("9.999999ms in");
    assertThat(result.end()).isEqualTo(10 * MILLI);
  }

  @Test
  @DisplayName("a crash without an end stays when the quorum core is up without that node")
  void endlessCrash() {
    RunResult spare = recover(new Runs().fault(fault("crash", 500, crash("n3"))));
    assertThat(spare.verdict()).isEqualTo(Verdict.PASS);
    Simulation both =
        new Simulation(
            new SingleKv(),
            new Runs()
                .lasting(Duration.ofSeconds(2))
                .workload(Runs.kv(2, Optional.of(new Rate(20))))
                .fault(fault("first", 500, crash("n1", "n2", "n3")))
                .recovering()
                .settings(),
            Options.DEFAULT);
    assertThat(both.run().verdict()).isEqualTo(Verdict.PASS);
    assertThat(both.isUp(NodeId.of("n1"))).isTrue();
  }

  @Test
  @DisplayName("told to go on, the recovery starts a node again whose handler threw")
  void recoversAfterException() {
    stage.recovering(3, Duration.ofSeconds(1));
    stage.serving((context, operation, done) -> done.accept(new Outcome.Ok<>("done")));
    stage.reacting((context, from, message) -> {
      throw new IllegalStateException("boom");
    });
    Simulation simulation =
        stage.play(
            new Runs()
                .lasting(Duration.ofSeconds(1))
                .workload(Runs.kv(1, Optional.of(new Rate(50))))
                .recovering(),
            Options.DEFAULT.keepGoing(true));
    stage.say("n1", "n2", "x");
    simulation.runUntil(Duration.ofMillis(900));
    assertThat(simulation.isUp(NodeId.of("n2"))).isFalse();
    simulation.run();
    assertThat(simulation.isUp(NodeId.of("n2"))).isTrue();
  }

  @Test
  @DisplayName("a system that makes no progress within its bound breaks liveness")
  void liveness() {
    stage.recovering(3, Duration.ofMillis(700));
    stage.serving((context, operation, done) -> {
      if (context.self().name().equals("c1") || !operation.toString().contains("probe")) {
        done.accept(new Outcome.Ok<>("done"));
      }
    });
    RunResult result =
        stage
            .play(
                new Runs()
                    .lasting(Duration.ofSeconds(1))
                    .workload(Runs.kv(2, Optional.of(new Rate(50))))
                    .recovering())
            .run();
    assertThat(result.verdict()).isEqualTo(Verdict.VIOLATION);
    assertThat(result.violations()).extracting(Violation::check).containsExactly("liveness");
    assertThat(result.violations().get(0).message())
        .isEqualTo("no write of c2 succeeded within 1.7s after the faults ended");
  }

  @Test
  @DisplayName("a probe that certainly failed is tried again")
  void probeRetries() {
    int[] refusals = {5};
    stage.recovering(3, Duration.ofMillis(700));
    stage.serving((context, operation, done) -> {
      boolean refuse = operation.toString().contains("probe") && refusals[0]-- > 0;
      done.accept(refuse ? new Outcome.Failed<>("busy") : new Outcome.Ok<>("done"));
    });
    RunResult result =
        stage
            .play(
                new Runs()
                    .lasting(Duration.ofSeconds(1))
                    .workload(Runs.kv(1, Optional.of(new Rate(50))))
                    .recovering())
            .run();
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.end()).isEqualTo(1_005 * MILLI);
  }

  @Test
  @DisplayName("a client that stays down owes no progress")
  void clientDown() {
    RunResult result = recover(new Runs().fault(fault("crash", 1000, crash("c2"))));
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  @DisplayName("the stack of a handler that threw names the program's frames, not the engine's")
  void stack() {
    stage.reacting((context, from, message) -> {
      throw new IllegalStateException("boom", new IllegalArgumentException("inner"));
    });
    Simulation simulation = stage.play(new Runs());
    stage.say("n1", "n2", "x");
    RunResult result = simulation.run();
    String stack = result.violations().get(0).stack().orElseThrow();
    assertThat(stack)
        .startsWith("java.lang.IllegalStateException: boom\n  at ")
        .contains("VerdictTest")
        .contains("caused by java.lang.IllegalArgumentException: inner")
        .doesNotContain("dev.faultline.node.", "dev.faultline.engine.", "org.junit");
    assertThat(result.events()).isEqualTo(result.violations().get(0).event());
  }

  /** A rule that cannot bear what it sees. */
  private static final class Fragile implements Invariant {
    @Override
    public String name() {
      return "stage/fragile";
    }

    @Override
    public List<Class<? extends Fact>> observes() {
      return List.of(Stage.Seen.class);
    }

    @Override
    public void on(Fact fact, NodeId node, Verdicts verdicts) {
      throw new IllegalStateException("too much");
    }
  }

  @Test
  @DisplayName("an invariant that throws is a violation with its stack, not an internal error")
  void invariantThrows() {
    Stage stage =
        new Stage()
            .opening((node, context) -> context.report(new Stage.Seen("news")))
            .judgedBy(new Fragile());
    RunResult result = stage.play(new Runs().lasting(Duration.ofMillis(10))).run();
    Violation violation = result.violations().get(0);
    assertThat(violation.check()).isEqualTo("exception");
    assertThat(violation.message()).startsWith("stage/fragile threw").contains("too much");
    assertThat(violation.stack().orElseThrow()).contains("VerdictTest");
  }

  /** A fact whose content has no fixed order. */
  private record Unordered(Set<String> names) implements Fact {}

  @Test
  @DisplayName("a fact that cannot be hashed is the failure of the handler that reports it")
  void factCannotBeHashed() {
    Stage stage =
        new Stage()
            .opening((node, context) ->
                context
                    .timer("later", () -> context.report(new Unordered(Set.of("a", "b"))))
                    .restart(1000));
    RunResult result = stage.play(new Runs().lasting(Duration.ofMillis(10))).run();
    assertThat(result.violations()).extracting(Violation::check).containsExactly("exception");
    assertThat(result.violations().get(0).message()).contains("while handling later");
  }

  @Test
  @DisplayName("a run can be taken to the event of a number")
  void runUntilEvent() {
    Stage stage =
        new Stage().opening((node, context) -> context.timer("t", () -> {}).restart(1000));
    Simulation simulation = stage.play(new Runs().nodes(2).lasting(Duration.ofMillis(10)));
    assertThat(simulation.runUntilEvent(3)).isTrue();
    assertThat(simulation.events()).isEqualTo(3);
    assertThat(simulation.runUntilEvent(100)).isFalse();
    assertThat(simulation.events()).isEqualTo(4);
  }
}
