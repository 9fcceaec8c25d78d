package dev.faultline.metrics;

import dev.faultline.check.Ending;
import dev.faultline.check.Validation;
import dev.faultline.metrics.Availability.Outage;
import dev.faultline.values.Share;
import java.util.Comparator;

/**
 * Of the operations that were due in the fault phase at least this share succeeds. Undecided when
 * none was due.
 */
public record AvailabilityThreshold(Share atLeast) implements Validation {
  @Override
  public String name() {
    return "availability";
  }

  @Override
  public Judgement judge(Ending ending) {
    Availability availability = Availability.of(ending.history(), ending.duration());
    if (availability.due() == 0) {
      return Measured.nothing("no operation was due");
    }
    String measured =
        Measured.percent(availability.succeeded(), availability.due())
            + " of "
            + availability.due()
            + " operations succeeded"
            + longestOutage(availability);
    return Measured.judgement(
        name(),
        availability.share() >= atLeast.value(),
        availability.due(),
        measured,
        "at least " + atLeast,
        ending);
  }

  private static String longestOutage(Availability availability) {
    return availability.outages().stream()
        .max(Comparator.comparingLong((Outage outage) -> outage.to() - outage.from()))
        .map(outage ->
            " (longest outage "
                + Measured.time(outage.from())
                + ".."
                + Measured.time(outage.to())
                + ")")
        .orElse("");
  }
}
