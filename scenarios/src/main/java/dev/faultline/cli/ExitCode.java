package dev.faultline.cli;

import dev.faultline.check.Verdict;
import dev.faultline.execution.CompletedRun;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the program tells its caller. */
final class ExitCode {
  static final int AS_EXPECTED = 0;
  static final int NOT_AS_EXPECTED = 1;
  static final int UNDECIDED = 2;
  static final int NONDETERMINISM = 3;
  static final int NOTHING_MATCHED = 4;
  static final int BAD_INPUT = 64;
  static final int INTERNAL_ERROR = 70;

  /** The gravest first. */
  private static final List<Integer> BY_GRAVITY =
      List.of(
          INTERNAL_ERROR, BAD_INPUT, NONDETERMINISM, NOT_AS_EXPECTED, UNDECIDED, NOTHING_MATCHED);

  private ExitCode() {}

  /** The answer to {@code expect}. */
  static int of(CompletedRun run) {
    if (run.asExpected()) {
      return AS_EXPECTED;
    }
    return run.result().verdict() == Verdict.UNDECIDED ? UNDECIDED : NOT_AS_EXPECTED;
  }

  /** The one that counts of several. */
  static int gravest(Collection<Integer> codes) {
    return BY_GRAVITY.stream().filter(codes::contains).findFirst().orElse(AS_EXPECTED);
  }

  /** All of them with their meaning, for the help of every command. */
  static Map<String, String> list() {
    Map<String, String> list = new LinkedHashMap<>();
    list.put("0", "ended as expected");
    list.put("1", "did not end as expected");
    list.put("2", "undecided: a bound was hit, a check gave up, or nothing happened");
    list.put("3", "nondeterminism detected: the same seed gave another run");
    list.put("4", "nothing matched");
    list.put("64", "bad usage or bad scenario");
    list.put("70", "internal error, or results that could not be written");
    return list;
  }
}
