package dev.faultline.campaign.shrink;

import dev.faultline.check.Violation;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.SystemSection;
import dev.faultline.simulation.Options;
import dev.faultline.trace.Fact;
import dev.faultline.trace.Leadership;
import dev.faultline.trace.TraceEntry.Reported;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells in words which facts lead to a contradiction: who came to lead, and then the facts that
 * contradict each other; where the check has no facts to show, what it says. Who came to lead in
 * between is left out: it may already be due to the bug, and a test that is to pass without it
 * cannot ask for that.
 */
final class Witnesses {
  private final Sample sample;
  private final Lab lab;

  Witnesses(Sample sample, Lab lab) {
    this.sample = sample;
    this.lab = lab;
  }

  /** The witness, in order; the last one is what must not happen. */
  List<String> words() {
    Violation violation = sample.violation();
    List<Reported> all =
        Chronicle.of(sample, lab).facts().stream().filter(fact -> leads(fact, violation)).toList();
    List<String> words = new ArrayList<>(all.stream().map(Witnesses::words).distinct().toList());
    String last =
        violation.evidence().isEmpty()
            ? violation.message()
            : words(violation.evidence().getLast().node(), violation.evidence().getLast().fact());
    words.remove(last);
    List<String> lead = reachedWithoutFlaw().map(reached -> inOrder(words, reached)).orElse(words);
    return Stream.concat(lead.stream(), Stream.of(last)).toList();
  }

  /** Of some words those that another list has too, each after the one before. */
  static List<String> inOrder(List<String> words, List<String> reached) {
    List<String> found = new ArrayList<>();
    int next = 0;
    for (String each : words) {
      int place = reached.subList(next, reached.size()).indexOf(each);
      if (place >= 0) {
        found.add(each);
        next += place + 1;
      }
    }
    return found;
  }

  private boolean leads(Reported fact, Violation violation) {
    boolean evident =
        violation.evidence().stream()
            .anyMatch(seen -> seen.event() == fact.event() && seen.fact().equals(fact.fact()));
    boolean early =
        violation.evidence().stream().allMatch(seen -> fact.event() <= seen.event())
            && fact.time() <= sample.stepsEnd();
    return evident || (early && fact.fact() instanceof Leadership);
  }

  /**
   * Of a bug that can be switched off it is known what a run without it reaches: only that can be
   * asked of a test that is to pass once the bug is gone.
   */
  private Optional<List<String>> reachedWithoutFlaw() {
    SystemSection system = sample.scenario().system();
    if (system.flaw().isEmpty()) {
      return Optional.empty();
    }
    Scenario correct =
        sample.scenario().edited(draft -> draft.system = system.withFlaw(Optional.empty()));
    List<String> reached = new ArrayList<>();
    lab.run(
        correct,
        Options.DEFAULT.observing((fact, node, time, event) -> reached.add(words(node, fact))));
    return Optional.of(reached);
  }

  private static String words(Reported fact) {
    return words(fact.node(), fact.fact());
  }

  private static String words(NodeId node, Fact fact) {
    return node + " " + fact.inWords();
  }
}
