package dev.faultline.protocols.raft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Verdicts;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows an invariant facts, one after the other, and hears its verdicts. */
final class Court implements Verdicts {
  private final Invariant invariant;
  private final List<String> messages = new ArrayList<>();
  private List<Fact> evidence = List.of();
  private Sighting current;
  private long events;

  Court(Invariant invariant) {
    this.invariant = invariant;
  }

  /** A node reports facts; each has to be of a class that the invariant wants to see. */
  Court sees(String node, Fact... facts) {
    for (Fact fact : facts) {
      assertThat(invariant.observes()).contains(fact.getClass());
      events++;
      current = new Sighting(fact, NodeId.of(node), events * 1_000, events);
      invariant.on(fact, NodeId.of(node), this);
    }
    return this;
  }

  void finds(String message, Fact... because) {
    assertThat(messages).containsExactly(message);
    assertThat(evidence).containsExactly(because);
  }

  void findsNothing() {
    assertThat(messages).isEmpty();
  }

  @Override
  public Sighting sighting() {
    return current;
  }

  @Override
  public void violated(List<Sighting> sightings, String format, Object... args) {
    messages.add(String.format(Locale.ROOT, format, args));
    evidence = sightings.stream().map(Sighting::fact).toList();
  }
}
