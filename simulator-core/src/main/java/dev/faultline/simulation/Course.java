package dev.faultline.simulation;

import dev.faultline.check.CheckResult;
import dev.faultline.check.Ending;
import dev.faultline.check.Judges;
import dev.faultline.check.Validation;
import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.network.BurstLoss;
import dev.faultline.network.Noise;
import dev.faultline.node.Machine;
import dev.faultline.random.Sampler;
import dev.faultline.values.Durations;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import dev.faultline.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The course of a run: the fault phase, the recovery, the judgement. */
final class Course {
  private static final String LIVENESS = "liveness";

  private final Simulation simulation;
  private final Judges judges;
  private final List<CheckResult> checks = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();
  private long messages;
  private long syncs;

  Course(Simulation simulation) {
    this.simulation = simulation;
    this.judges = simulation.judges();
  }

  RunResult toEnd() {
    long end = simulation.settings().duration().toNanos();
    simulation.runTo(end - 1);
    count();
    Workload workload = simulation.workload();
    if (!simulation.isStopped()) {
      simulation.engine().advanceTo(end);
      if (simulation.settings().recovery() && workload != null) {
        recover(workload);
      }
    }
    return result();
  }

  RunResult endNow() {
    count();
    return result();
  }

  private void count() {
    messages = simulation.network().sent();
    syncs = 0;
    for (Machine<?> machine : simulation.cluster().all()) {
      syncs += machine.syncs();
    }
  }

  /** Faults stop, a quorum core heals, and every client has to complete a write in time. */
  private void recover(Workload workload) {
    Recovery recovery = simulation.deployment().recovery();
    long bound = bound(recovery, workload.history().size());
    long healed = simulation.engine().now();
    simulation.faults().heal(recovery.core());
    simulation.network().addNoise(calm(recovery));
    Sampler syncs = recovery.sync().sampler();
    for (Machine<?> machine : simulation.cluster().servers()) {
      machine.disk().syncsTake(syncs);
      machine.hasten();
    }
    workload.probe(bound + 1);
    while (workload.awaitsProgress()
        && !simulation.isStopped()
        && simulation.engine().nextTime() <= healed + bound) {
      simulation.step();
    }
    if (!simulation.isStopped()) {
      judgeProgress(workload, bound);
    }
  }

  /**
   * What was measured extends the bound: operations to catch up with, clocks that run slow, what is
   * still open and may last as long as its time limit, and what is on its way over a connection and
   * may not be overtaken.
   */
  private long bound(Recovery recovery, long operations) {
    long nanos = recovery.bound().plus(recovery.catchUp().multipliedBy(operations)).toNanos();
    double slowest = 1 - simulation.settings().clock().drift().partsPerBillion() / 1e9;
    long open = simulation.settings().workload().map(load -> load.timeout().toNanos()).orElse(0L);
    long now = simulation.engine().now();
    long onItsWay = Math.max(0, simulation.network().lastArrivalInOrder() - now);
    return (long) (nanos / Math.max(slowest, 0.1)) + open + onItsWay;
  }

  private static Noise calm(Recovery recovery) {
    BurstLoss none = new BurstLoss(Duration.ofSeconds(1), Duration.ofSeconds(1), Share.NONE);
    return new Noise(
        (from, to) -> true,
        Optional.of(recovery.latency()),
        Optional.of(Share.NONE),
        Optional.of(Share.NONE),
        Optional.of(Share.NONE),
        Optional.of(none));
  }

  private void judgeProgress(Workload workload, long bound) {
    List<NodeId> stuck = workload.withoutProgress();
    if (!workload.hasProgressed() && stuck.isEmpty()) {
      checks.add(
          new CheckResult(
              LIVENESS, Verdict.UNDECIDED, 0, Optional.of("no client is up to show progress")));
      return;
    }
    if (stuck.isEmpty()) {
      checks.add(
          new CheckResult(
              LIVENESS,
              Verdict.PASS,
              1,
              Optional.of(
                  "progress " + Durations.format(sinceHeal()) + " after the faults ended")));
      return;
    }
    String who = stuck.stream().map(NodeId::name).collect(Collectors.joining(", "));
    String message =
        "no write of "
            + who
            + " succeeded within "
            + Durations.format(bound)
            + " after the faults ended";
    judges.add(
        new Violation(
            LIVENESS,
            message,
            simulation.engine().now(),
            simulation.recorder().events(),
            List.of(),
            Optional.empty()));
    checks.add(new CheckResult(LIVENESS, Verdict.VIOLATION, 1, Optional.of(message)));
  }

  private long sinceHeal() {
    return simulation.engine().now() - simulation.settings().duration().toNanos();
  }

  // The judgement.

  private RunResult result() {
    Workload workload = simulation.workload();
    if (workload != null) {
      workload.end();
    }
    List<Operation> history = workload == null ? List.of() : workload.history().operations();
    RunSettings settings = simulation.settings();
    long now = simulation.engine().now();
    Ending ending =
        new Ending(history, Math.min(now, settings.duration().toNanos()), now, messages, syncs);
    checks.addAll(0, judges.results());
    for (Validation validation : simulation.options().validations()) {
      judge(validation, ending);
    }
    judgeCourse(workload, ending);
    return new RunResult(
        settings.seed(),
        verdict(),
        judges.violations(),
        List.copyOf(checks),
        List.copyOf(undecided),
        history,
        simulation.faults().spans(),
        simulation.recorder().fingerprint(),
        settings.duration().toNanos(),
        now,
        simulation.recorder().events(),
        messages,
        syncs,
        simulation.faults().recording(),
        workload == null ? List.of() : workload.recording());
  }

  private void judge(Validation validation, Ending ending) {
    Validation.Judgement judgement = validation.judge(ending);
    judgement.violation().ifPresent(judges::add);
    checks.add(
        new CheckResult(
            validation.name(), judgement.verdict(), judgement.evaluations(), judgement.why()));
  }

  private void judgeCourse(@Nullable Workload workload, Ending ending) {
    simulation.recorder().exceeded().ifPresent(undecided::add);
    boolean purposeful =
        simulation.options().validations().stream().anyMatch(Validation::seesPurpose);
    if (workload != null && !purposeful && !anySucceeded(ending)) {
      undecided.add(RunResult.NOTHING_SUCCEEDED);
    }
  }

  /** What the recovery adds does not count: it would succeed after a fault phase without a word. */
  private static boolean anySucceeded(Ending ending) {
    return ending.history().stream()
        .anyMatch(operation ->
            operation.outcome() instanceof Outcome.Ok<?>
                && operation.intended() < ending.duration());
  }

  private Verdict verdict() {
    if (judges.hasViolations() || anyCheck(Verdict.VIOLATION)) {
      return Verdict.VIOLATION;
    }
    return undecided.isEmpty() && !anyCheck(Verdict.UNDECIDED) ? Verdict.PASS : Verdict.UNDECIDED;
  }

  private boolean anyCheck(Verdict verdict) {
    return checks.stream().anyMatch(check -> check.verdict() == verdict);
  }
}
