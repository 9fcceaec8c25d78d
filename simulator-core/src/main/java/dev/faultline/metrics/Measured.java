package dev.faultline.metrics;

import dev.faultline.check.Ending;
import dev.faultline.check.Validation.Judgement;
import dev.faultline.check.Verdict;
import dev.faultline.check.Violation;
import dev.faultline.values.Durations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What the thresholds have in common: their judgements, and how they write numbers. */
final class Measured {
  private Measured() {}

  /** There was nothing to measure. */
  static Judgement nothing(String why) {
    return new Judgement(Verdict.UNDECIDED, 0, Optional.of(why), Optional.empty());
  }

  /** The measured value, in words, met the threshold or did not. */
  static Judgement judgement(
      String check, boolean met, long evaluations, String measured, String expected, Ending end) {
    if (met) {
      return new Judgement(Verdict.PASS, evaluations, Optional.of(measured), Optional.empty());
    }
    String message = measured + ", expected " + expected;
    Violation violation =
        new Violation(check, message, end.end(), Violation.AT_THE_END, List.of(), Optional.empty());
    return new Judgement(
        Verdict.VIOLATION, evaluations, Optional.of(message), Optional.of(violation));
  }

  /** A share in percent; never rounded up, so that 94.999 % does not read as 95 %. */
  static String percent(long part, long whole) {
    return decimal(part * 100, whole) + "%";
  }

  /** A quotient with at most two decimals, never rounded up. */
  static String decimal(long dividend, long divisor) {
    return BigDecimal.valueOf(dividend)
        .divide(BigDecimal.valueOf(divisor), 2, RoundingMode.DOWN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** A time in whole microseconds. */
  static String time(long nanos) {
    return Durations.format(nanos < 1_000_000 ? nanos : nanos - nanos % 1_000);
  }
}
