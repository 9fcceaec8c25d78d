package dev.faultline.simulation;

import dev.faultline.check.Invariant;
import dev.faultline.check.Validation;
import dev.faultline.random.Choices;
import dev.faultline.trace.TraceEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a run is watched; nothing here changes what happens in it, but for {@code choices}.
 *
 * @param invariants the rules to judge; empty for all that the deployment lists
 * @param validations what is judged at the end
 * @param keepGoing does the run go on after a violation?
 * @param withContents do messages enter the fingerprint with all they say?
 * @param trace gets every step, if given
 * @param choices answers random decisions instead of the seed, if given
 */
public record Options(
    Optional<List<Invariant>> invariants,
    List<Validation> validations,
    boolean keepGoing,
    boolean withContents,
    Optional<Consumer<TraceEntry>> trace,
    Optional<Choices> choices) {
  /** All invariants, nothing else. */
  public static final Options DEFAULT =
      new Options(Optional.empty(), List.of(), false, false, Optional.empty(), Optional.empty());

  public Options {
    validations = List.copyOf(validations);
  }

  /** The same with a trace. */
  public Options tracing(Consumer<TraceEntry> sink) {
    return new Options(
        invariants, validations, keepGoing, withContents, Optional.of(sink), choices);
  }

  /** The same with these checks. */
  public Options checking(Optional<List<Invariant>> rules, List<Validation> atEnd) {
    return new Options(rules, atEnd, keepGoing, withContents, trace, choices);
  }

  /** The same, going on after violations or not. */
  public Options keepGoing(boolean goOn) {
    return new Options(invariants, validations, goOn, withContents, trace, choices);
  }

  /** The same, with messages in the fingerprint or not. */
  public Options withContents(boolean contents) {
    return new Options(invariants, validations, keepGoing, contents, trace, choices);
  }

  /** The same with another source of chance. */
  public Options choosing(Choices other) {
    return new Options(invariants, validations, keepGoing, withContents, trace, Optional.of(other));
  }
}
