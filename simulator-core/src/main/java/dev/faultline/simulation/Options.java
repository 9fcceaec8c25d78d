package dev.faultline.simulation;

import dev.faultline.check.FactObserver;
import dev.faultline.check.Invariant;
import dev.faultline.check.Validation;
import dev.faultline.random.Choices;
import dev.faultline.trace.TraceEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How a run is watched; nothing here changes what happens in it, but for {@code choices}.
 *
 * @param invariants the rules to judge; empty for all that the deployment lists
 * @param validations what is judged at the end
 * @param keepGoing does the run go on after a violation?
 * @param withContents do messages enter the fingerprint with all they say?
 * @param trace gets every step, if given
 * @param choices answers random decisions instead of the seed, if given
 * @param observers see every fact, after the invariants
 */
public record Options(
    Optional<List<Invariant>> invariants,
    List<Validation> validations,
    boolean keepGoing,
    boolean withContents,
    Optional<Consumer<TraceEntry>> trace,
    Optional<Choices> choices,
    List<FactObserver> observers) {
  /** All invariants, nothing else. */
  public static final Options DEFAULT =
      new Options(
          Optional.empty(), List.of(), false, false, Optional.empty(), Optional.empty(), List.of());

  public Options {
    validations = List.copyOf(validations);
    observers = List.copyOf(observers);
  }

  /** The same with a trace. */
  public Options tracing(Consumer<TraceEntry> sink) {
    return new Options(
        invariants, validations, keepGoing, withContents, Optional.of(sink), choices, observers);
  }

  /** The same with these checks. */
  public Options checking(Optional<List<Invariant>> rules, List<Validation> atEnd) {
    return new Options(rules, atEnd, keepGoing, withContents, trace, choices, observers);
  }

  /** The same, going on after violations or not. */
  public Options keepGoing(boolean goOn) {
    return new Options(invariants, validations, goOn, withContents, trace, choices, observers);
  }

  /** The same, with messages in the fingerprint or not. */
  public Options withContents(boolean contents) {
    return new Options(invariants, validations, keepGoing, contents, trace, choices, observers);
  }

  /** The same with another source of chance. */
  public Options choosing(Choices other) {
    return new Options(
        invariants, validations, keepGoing, withContents, trace, Optional.of(other), observers);
  }

  /** The same, with one more who sees every fact. */
  public Options observing(FactObserver another) {
    List<FactObserver> all = Stream.concat(observers.stream(), Stream.of(another)).toList();
    return new Options(invariants, validations, keepGoing, withContents, trace, choices, all);
  }
}
