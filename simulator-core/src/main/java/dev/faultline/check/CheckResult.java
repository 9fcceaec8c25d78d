package dev.faultline.check;

import java.util.Optional;

/**
 * What became of one check in a run.
 *
 * @param name {@code raft/election-safety}, {@code linearizable}, {@code availability}
 * @param evaluations how many facts, operations or samples it judged
 * @param why one sentence for a verdict other than pass; also what a threshold measured
 */
public record CheckResult(String name, Verdict verdict, long evaluations, Optional<String> why) {}
