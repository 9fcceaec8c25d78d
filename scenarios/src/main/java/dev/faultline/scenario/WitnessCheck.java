package dev.faultline.scenario;

import dev.faultline.check.Ending;
import dev.faultline.check.FactObserver;
import dev.faultline.check.Validation;
import dev.faultline.check.Verdict;
import dev.faultline.trace.Fact;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.Optional;

/**
 * Does a run still lead to where a bug was found? It must report every fact of the witness but the
 * last, in order; otherwise it no longer tests for the bug, and is undecided.
 */
final class WitnessCheck implements FactObserver, Validation {
  private final List<String> lead;
  private int reached;

  WitnessCheck(Found found) {
    List<String> witness = found.witness();
    this.lead = witness.subList(0, Math.max(0, witness.size() - 1));
  }

  @Override
  public String name() {
    return Found.WITNESS;
  }

  @Override
  public boolean seesPurpose() {
    return true;
  }

  @Override
  public void on(Fact fact, NodeId node, long time, long event) {
    if (reached < lead.size() && isNext(fact, node)) {
      reached++;
    }
  }

  /** Words cost more than a look at the name of the node. */
  private boolean isNext(Fact fact, NodeId node) {
    String next = lead.get(reached);
    return next.startsWith(node.name()) && next.equals(node + " " + fact.inWords());
  }

  @Override
  public Judgement judge(Ending ending) {
    return reached == lead.size()
        ? new Judgement(Verdict.PASS, reached, Optional.empty(), Optional.empty())
        : new Judgement(
            Verdict.UNDECIDED,
            lead.size(),
            Optional.of("no longer reaches \"" + lead.get(reached) + "\""),
            Optional.empty());
  }
}
