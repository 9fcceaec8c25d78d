package dev.faultline.campaign.score;

import dev.faultline.campaign.FailureGroup;
import dev.faultline.campaign.SeedCounts;
import dev.faultline.campaign.search.Search;
import dev.faultline.simulation.Flaw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A score as Markdown. */
public final class ScoreTable {
  private final Score score;
  private final ScorePlan plan;
  private final StringBuilder text = new StringBuilder();

  private ScoreTable(Score score) {
    this.score = score;
    this.plan = score.plan();
  }

  /**
   * Writes the tables.
   *
   * @param version of this program
   * @param command that makes them again
   * @param machine that wall times were measured on
   */
  public static String of(Score score, String version, String command, String machine) {
    ScoreTable table = new ScoreTable(score);
    table.head(version, command, machine);
    table.flaws();
    table.strategies();
    table.clean();
    return table.text.toString();
  }

  private void head(String version, String command, String machine) {
    line("# How soon the bugs of " + plan.protocol() + " are found");
    line("");
    line(
        String.format(
            Locale.ROOT,
            "Faultline %s; %s. Each campaign runs seeds until one fails, at most %d; base seed %d.",
            version,
            machine,
            plan.seeds(),
            plan.baseSeed()));
    if (plan.usesTuningSeeds()) {
      line("Some of these seeds were used for tuning: the figures flatter.");
    }
    line("");
    line("    " + command);
    line("");
  }

  private void flaws() {
    Search search = plan.searches().get(0);
    if (plan.flaws().isEmpty()) {
      return;
    }
    line("## Flaws, searched by `" + search + "`");
    line("");
    line(
        String.format(
            Locale.ROOT, "Seeds until the first failure in %d campaigns.", plan.campaigns()));
    line("*Time* is the median of a campaign. Each failure of the check that found the flaw most");
    line(
        "often is made small, which is cut after a minute; *shrink* is the median time, *steps* those");
    line("that then have to happen, median and most: timers, requests, faults, needed messages.");
    line("");
    row("flaw", "median", "half of them", "most", "missed", "time", "shrink", "steps", "found by");
    row("---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "---");
    score.of(search).forEach(this::flaw);
    line("");
    for (Tally tally : score.of(search)) {
      line("- " + tally.flaw().id() + ": " + tally.flaw().about());
    }
    line("");
  }

  private void flaw(Tally tally) {
    int missed = tally.hunts().size() - tally.caught();
    row(
        tally.flaw().id(),
        seeds(tally.seedsAt(0.5)),
        seeds(tally.seedsAt(0.25)) + " to " + seeds(tally.seedsAt(0.75)),
        seeds(tally.seedsAt(1)),
        missed == 0 ? "" : Integer.toString(missed),
        time(tally.medianNanos()),
        score
            .medianShrunk(tally.flaw(), Comparator.comparingLong(Shrunk::wallNanos))
            .map(shrunk -> time(shrunk.wallNanos()))
            .orElse(""),
        steps(tally.flaw()),
        tally.checks().stream().map(ScoreTable::times).collect(Collectors.joining(", ")));
  }

  private String steps(Flaw flaw) {
    int most =
        score.shrunk().getOrDefault(flaw.id(), List.of()).stream()
            .mapToInt(Shrunk::steps)
            .max()
            .orElse(0);
    return score
        .medianShrunk(flaw, Comparator.comparingInt(Shrunk::steps))
        .map(shrunk -> shrunk.steps() + ", " + most)
        .orElse("");
  }

  private static String times(Map.Entry<String, Long> check) {
    return check.getKey() + " " + check.getValue() + "×";
  }

  private String seeds(int count) {
    return count > plan.seeds() ? "> " + plan.seeds() : Integer.toString(count);
  }

  private static String time(long nanos) {
    return nanos < 10_000_000_000L
        ? String.format(Locale.ROOT, "%d ms", nanos / 1_000_000)
        : String.format(Locale.ROOT, "%d s", nanos / 1_000_000_000);
  }

  private void strategies() {
    List<Search> others =
        plan.searches().stream().filter(search -> search != Search.RANDOM).toList();
    if (others.isEmpty() || score.of(Search.RANDOM).isEmpty()) {
      return;
    }
    line("## Strategies");
    line("");
    line("Median seeds, and how many times as many seeds `random` needs on average, with the 95 %");
    line("confidence interval. Above 1 the strategy is better than `random`, below 1 worse; bold");
    line("where the interval tells.");
    line("");
    row(Stream.concat(Stream.of("flaw", "random"), others.stream().flatMap(ScoreTable::heads)));
    row(Stream.generate(() -> "--:").limit(2 + 2L * others.size()));
    score.of(Search.RANDOM).forEach(tally -> compared(tally, others));
    row(
        Stream.concat(
            Stream.of("all", ""),
            others.stream()
                .flatMap(search ->
                    Stream.of("", score.overall(search).map(ScoreTable::words).orElse("")))));
    line("");
    line(best());
    line("");
  }

  private static Stream<String> heads(Search search) {
    return Stream.of(search.toString(), "against random");
  }

  private void compared(Tally random, List<Search> others) {
    List<String> cells = new ArrayList<>();
    cells.add(random.flaw().id());
    cells.add(seeds(random.seedsAt(0.5)));
    for (Search other : others) {
      Tally tally =
          score.of(other).stream()
              .filter(each -> each.flaw().equals(random.flaw()))
              .findFirst()
              .orElseThrow();
      cells.add(seeds(tally.seedsAt(0.5)));
      cells.add(score.ratio(tally).map(ScoreTable::words).orElse(""));
    }
    row(cells.stream());
  }

  private static String words(Ratio ratio) {
    String words =
        String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", ratio.value(), ratio.low(), ratio.high());
    return ratio.isBetter() || ratio.isWorse() ? "**" + words + "**" : words;
  }

  /** The strategy that beats random by the most, if any does so beyond doubt. */
  private String best() {
    return plan.searches().stream()
        .filter(search -> score.overall(search).map(Ratio::isBetter).orElse(false))
        .max(Comparator.comparingDouble(search -> score.overall(search).orElseThrow().value()))
        .map(search -> "Over all flaws `" + search + "` needs the fewest seeds.")
        .orElse("Over all flaws no strategy is better than `random` beyond doubt.");
  }

  private void clean() {
    if (score.patrols().isEmpty()) {
      return;
    }
    line("## The correct protocol");
    line("");
    row("strategy", "seeds", "false alarms", "undecided", "idle", "events/s, one thread");
    row("---", "--:", "--:", "--:", "--:", "--:");
    score.patrols().forEach(this::clean);
    line("");
    line("Idle: no operation succeeded before the recovery, so little was tried.");
    for (Patrol patrol : score.patrols()) {
      patrol.alarms().forEach(alarm -> line("- " + alarm(patrol, alarm)));
    }
  }

  private void clean(Patrol patrol) {
    SeedCounts counts = patrol.counts();
    row(
        patrol.search().toString(),
        Long.toString(counts.total()),
        Long.toString(counts.failed()),
        Long.toString(counts.undecided()),
        Long.toString(counts.idle()),
        grouped(patrol.events() * 1000 / Math.max(1, patrol.wallNanos() / 1_000_000)));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String alarm(Patrol patrol, FailureGroup alarm) {
    return String.format(
        Locale.ROOT,
        "false alarm under %s in %d seeds, such as %d: %s: %s",
        patrol.search(),
        alarm.count(),
        alarm.seeds().get(0),
        alarm.shape().check(),
        alarm.shape().text());
  }

  private void row(String... cells) {
    row(Stream.of(cells));
  }

  private void row(Stream<String> cells) {
    line(cells.collect(Collectors.joining(" | ", "| ", " |")));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
