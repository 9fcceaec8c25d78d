package dev.faultline.campaign;

import dev.faultline.campaign.run.Census;
import dev.faultline.campaign.run.SeedRun;
import dev.faultline.check.CheckResult;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what the seeds of a campaign reach. */
public final class CoverageCount {
  private final SortedMap<String, Long> facts = new TreeMap<>();
  private final SortedMap<String, Coverage.Sign> signs = new TreeMap<>();
  private final SortedMap<String, Long> checks = new TreeMap<>();

  /**
   * @param kinds the kinds of facts that the system can report, as far as they are known
   */
  public CoverageCount(Collection<String> kinds) {
    kinds.forEach(kind -> facts.put(kind, 0L));
  }

  /** One more seed. */
  public void add(SeedRun run) {
    run.census().facts().keySet().forEach(kind -> facts.merge(kind, 1L, Long::sum));
    run.census().signs().forEach(this::add);
    run.result().checks().forEach(this::add);
  }

  private void add(Census.Sign sign) {
    signs.merge(
        sign.name(),
        new Coverage.Sign(sign.required(), sign.happened() ? 1 : 0),
        (before, now) ->
            new Coverage.Sign(before.required() || now.required(), before.seeds() + now.seeds()));
  }

  private void add(CheckResult check) {
    checks.merge(check.name(), check.evaluations() > 0 ? 1L : 0L, Long::sum);
  }

  /** What was reached so far. */
  public Coverage coverage() {
    return new Coverage(facts, signs, checks);
  }
}
