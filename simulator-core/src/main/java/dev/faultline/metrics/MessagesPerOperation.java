package dev.faultline.metrics;

import dev.faultline.check.Ending;
import dev.faultline.check.Validation;
import dev.faultline.history.Outcome;

/**
 * Messages sent in the fault phase for each operation that was due in it and succeeded: what a
 * success costs. Undecided when none succeeded.
 *
 * @param threshold what it is held to, a number
 */
public record MessagesPerOperation(Threshold threshold) implements Validation {
  public MessagesPerOperation {
    threshold.require(Threshold.Unit.NUMBER);
  }

  @Override
  public String name() {
    return "messagesPerOperation";
  }

  @Override
  public Judgement judge(Ending ending) {
    long operations =
        ending.history().stream()
            .filter(operation -> operation.intended() < ending.duration())
            .filter(operation -> operation.outcome() instanceof Outcome.Ok)
            .count();
    if (operations == 0) {
      return Measured.nothing("no operation succeeded");
    }
    String measured =
        Measured.decimal(ending.messages(), operations)
            + " messages for each of "
            + operations
            + " operations";
    return Measured.judgement(
        name(),
        threshold.admits((double) ending.messages() / operations),
        operations,
        measured,
        threshold.toString(),
        ending);
  }
}
