package dev.faultline.check;

import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows facts to the invariants that observe them, and collects what they find. */
public final class Judges implements Verdicts {
  private static final class Seat {
    private final Invariant invariant;
    private long evaluations;
    private int violations;

    Seat(Invariant invariant) {
      this.invariant = invariant;
    }
  }

  /** After so many violations of one invariant the rest is not kept. */
  private static final int KEPT_PER_INVARIANT = 10;

  private final List<Seat> seats = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();

  /** Who observes which class of fact; looked up, never iterated. */
  private final Map<Class<?>, List<Seat>> routes = new HashMap<>();

  /** Kept, because a lambda made for each fact would be garbage. */
  private final Function<Class<?>, List<Seat>> observers = this::findObservers;

  private @Nullable Class<?> lastType;
  private List<Seat> lastRoute = List.of();

  private @Nullable Seat speaking;
  private @Nullable Fact fact;
  private @Nullable NodeId node;
  private long time;
  private long event;

  public Judges(List<Invariant> invariants) {
    invariants.forEach(invariant -> seats.add(new Seat(invariant)));
  }

  /** Judges a fact. */
  public void on(Fact reported, NodeId reporter, long now, long number) {
    List<Seat> route = route(reported.getClass());
    if (route.isEmpty()) {
      return;
    }
    fact = reported;
    node = reporter;
    time = now;
    event = number;
    for (int i = 0; i < route.size(); i++) {
      Seat seat = route.get(i);
      speaking = seat;
      seat.evaluations++;
      try {
        seat.invariant.on(reported, reporter, this);
      } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
        threw(seat.invariant, reported, thrown);
      }
    }
  }

  private void threw(Invariant invariant, Fact judged, Throwable thrown) {
    String what = invariant.name() + " threw " + thrown + " while judging " + judged;
    add(Violation.thrown(what, thrown, time, event));
  }

  private List<Seat> route(Class<?> type) {
    if (type != lastType) {
      lastType = type;
      lastRoute = routes.computeIfAbsent(type, observers);
    }
    return lastRoute;
  }

  private List<Seat> findObservers(Class<?> type) {
    return seats.stream()
        .filter(seat ->
            seat.invariant.observes().stream().anyMatch(wanted -> wanted.isAssignableFrom(type)))
        .toList();
  }

  @Override
  public Sighting sighting() {
    if (fact == null || node == null) {
      throw new IllegalStateException("no fact is being judged");
    }
    return new Sighting(fact, node, time, event);
  }

  @Override
  @SuppressWarnings("AnnotateFormatMethod") // the core has no dependency on Error Prone
  public void violated(List<Sighting> evidence, String format, Object... args) {
    Seat seat = speaking;
    if (seat == null) {
      throw new IllegalStateException("no fact is being judged");
    }
    if (seat.violations++ < KEPT_PER_INVARIANT) {
      violations.add(
          new Violation(
              seat.invariant.name(),
              String.format(Locale.ROOT, format, args),
              time,
              event,
              evidence,
              Optional.empty()));
    }
  }

  /** Something else than an invariant found a violation. */
  public void add(Violation violation) {
    violations.add(violation);
  }

  /** Was any rule broken so far? */
  public boolean hasViolations() {
    return !violations.isEmpty();
  }

  /** The broken rules, in order of discovery. */
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** What became of each invariant; one that never saw a fact is undecided. */
  public List<CheckResult> results() {
    return seats.stream().map(Judges::result).toList();
  }

  private static CheckResult result(Seat seat) {
    if (seat.violations > 0) {
      String times = seat.violations == 1 ? "broken" : "broken " + seat.violations + " times";
      return new CheckResult(
          seat.invariant.name(), Verdict.VIOLATION, seat.evaluations, Optional.of(times));
    }
    return seat.evaluations > 0
        ? new CheckResult(seat.invariant.name(), Verdict.PASS, seat.evaluations, Optional.empty())
        : new CheckResult(
            seat.invariant.name(), Verdict.UNDECIDED, 0, Optional.of("never evaluated"));
  }
}
