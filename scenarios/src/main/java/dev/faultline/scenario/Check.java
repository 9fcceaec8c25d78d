package dev.faultline.scenario;

import dev.faultline.check.Validation;

/** Something that a scenario wants judged. */
public sealed interface Check {
  /** The history is explained by one copy of the service: {@code linearizable}. */
  record Linearizable() implements Check {}

  /** All applicable invariants of the protocol: {@code raft}. */
  record Rules(String protocol) implements Check {}

  /** One invariant: {@code raft/election-safety}. */
  record Rule(String name) implements Check {}

  /** A measured value is within its limit: {@code { latency: { p99: "< 800ms" } }}. */
  record Limit(Validation threshold) implements Check {}
}
