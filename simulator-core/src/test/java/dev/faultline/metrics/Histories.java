package dev.faultline.metrics;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;

/** Builds histories for tests; times in milliseconds. */
final class Histories {
  private record Asked() {}

  private final List<Operation> operations = new ArrayList<>();

  static long millis(long count) {
    return count * 1_000_000;
  }

  Histories ok(long intended, long completed) {
    return add(intended, intended, completed, new Outcome.Ok<>(new Asked()));
  }

  Histories failed(long intended, long completed) {
    return add(intended, intended, completed, new Outcome.Failed<>("no"));
  }

  Histories unknown(long intended, long completed) {
    return add(intended, intended, completed, new Outcome.Unknown<>());
  }

  Histories add(long intended, long invoked, long completed, Outcome<?> outcome) {
    operations.add(
        new Operation(
            operations.size(),
            NodeId.of("c1"),
            0,
            new Asked(),
            outcome,
            millis(intended),
            millis(invoked),
            millis(completed)));
    return this;
  }

  List<Operation> list() {
    return operations;
  }
}
