package dev.faultline.reports;

import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import dev.faultline.fault.FaultSpan;
import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.simulation.RunResult;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Invents results of runs that look like real ones; the same every time. */
final class SampleRun {
  static final long MILLIS = 1_000_000L;
  static final long SECONDS = 1_000 * MILLIS;

  private static final long TIME_LIMIT = SECONDS;

  private final SplittableRandom random = new SplittableRandom(7);
  private final List<Operation> history = new ArrayList<>();
  private final List<FaultSpan> faults = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();
  private final long duration;
  private final long end;

  /** A run whose recovery ends at {@code end}. */
  SampleRun(long duration, long end) {
    this.duration = duration;
    this.end = end;
  }

  /** Five nodes, a partition, a crashed leader, a pause; 200 operations per second for 60 s. */
  static RunResult typical() {
    return new SampleRun(60 * SECONDS, 64 * SECONDS)
        .fault("partition", "n1 n2 | n3 n4 n5", 10 * SECONDS, 25 * SECONDS)
        .fault("crash", "crash n4", 32 * SECONDS, 35 * SECONDS)
        .fault("pause", "pause n3", 42 * SECONDS, 47 * SECONDS)
        .stall(10 * SECONDS, 400 * MILLIS)
        .stall(32 * SECONDS, 1_700 * MILLIS)
        .load(200)
        .failures(11 * SECONDS, 24 * SECONDS, 0.08)
        .result();
  }

  private final List<long[]> stalls = new ArrayList<>();

  SampleRun fault(String kind, String label, long from, long to) {
    return fault(kind, label, from, to, "");
  }

  SampleRun fault(String kind, String label, long from, long to, String skipped) {
    List<NodeId> nodes = List.of(NodeId.of("n1"));
    faults.add(new FaultSpan("f" + (faults.size() + 1), kind, label, nodes, from, to, skipped));
    return this;
  }

  SampleRun violation(String check, long time) {
    violations.add(
        new Violation(
            check, "it broke", time, 1_000 + violations.size(), List.of(), Optional.empty()));
    return this;
  }

  /** Nobody answers for a while; operations wait, or are given up after a second. */
  SampleRun stall(long from, long length) {
    stalls.add(new long[] {from, from + length});
    return this;
  }

  /** Clients ask at a steady rate until the end. */
  SampleRun load(double perSecond) {
    long gap = (long) (SECONDS / perSecond);
    for (long due = gap; due < end; due += gap) {
      long intended = Math.min(end - 1, due + random.nextLong(gap + 1));
      operation(intended, ending(intended, latency(1.5, 0.55)));
    }
    return this;
  }

  /** Turns a share of the operations due in a stretch of time into failures. */
  SampleRun failures(long from, long to, double share) {
    for (int i = 0; i < history.size(); i++) {
      Operation was = history.get(i);
      if (was.intended() >= from && was.intended() < to && random.nextDouble() < share) {
        history.set(i, operation(was, new Outcome.Failed<>("not the leader")));
      }
    }
    return this;
  }

  /** One operation with a given latency and outcome. */
  SampleRun operation(long intended, long latency, Outcome<?> outcome) {
    Operation operation = operation(history.size(), intended, intended + latency, outcome);
    history.add(operation);
    return this;
  }

  RunResult result() {
    Verdict verdict = violations.isEmpty() ? Verdict.PASS : Verdict.VIOLATION;
    return new RunResult(
        1,
        verdict,
        violations,
        List.of(),
        List.of(),
        history,
        faults,
        0,
        duration,
        end,
        0,
        0,
        0,
        List.of(),
        List.of());
  }

  private void operation(long intended, long completed) {
    if (completed - intended > TIME_LIMIT || completed >= end) {
      long givenUp = Math.min(end, intended + TIME_LIMIT);
      history.add(operation(history.size(), intended, givenUp, new Outcome.Unknown<>()));
    } else {
      history.add(
          operation(history.size(), intended, completed, new Outcome.Ok<>(new KvResult.Written())));
    }
  }

  private long ending(long intended, long latency) {
    for (long[] stall : stalls) {
      if (intended >= stall[0] && intended < stall[1]) {
        return stall[1] + latency + random.nextLong(30 * MILLIS);
      }
    }
    return intended + latency;
  }

  private long latency(double medianMillis, double sigma) {
    return (long) (MILLIS * medianMillis * StrictMath.exp(sigma * random.nextGaussian()));
  }

  private static Operation operation(long id, long intended, long completed, Outcome<?> outcome) {
    NodeId client = NodeId.of("c" + (1 + id % 8));
    KvOperation.Put put = new KvOperation.Put("k" + id % 16, "v" + id);
    return new Operation(id, client, id % 8, put, outcome, intended, intended, completed);
  }

  private static Operation operation(Operation was, Outcome<?> outcome) {
    return operation(was.id(), was.intended(), was.completed(), outcome);
  }
}
