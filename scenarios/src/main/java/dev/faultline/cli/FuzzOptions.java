package dev.faultline.cli;

import dev.faultline.campaign.CampaignSettings;
import dev.faultline.campaign.Seeds;
import dev.faultline.campaign.search.Search;
import dev.faultline.campaign.shrink.Effort;
import dev.faultline.cli.fuzz.SeedsOption;
import dev.faultline.values.Durations;
import dev.faultline.values.Share;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a campaign can be told. What cannot be is an {@link IllegalArgumentException}. */
final class FuzzOptions {
  private static final String USUAL_SEEDS = "1000";
  private static final String USUAL_MAX_UNDECIDED = "1%";

  @Parameters(
      arity = "1..*",
      paramLabel = "SCENARIO",
      description = "scenario files, or names of library scenarios")
  private List<String> scenarios = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N|A..B",
      description = {
        "how many seeds of each scenario, or which, both ends included",
        "(default: 1000; with --time as many as there is time for)"
      })
  private @Nullable String seeds;

  @Option(
      names = "--base-seed",
      paramLabel = "X",
      description = "the first seed: a number, or a text such as a commit's hash (default: 1)")
  private @Nullable String base;

  @Option(
      names = "--time",
      paramLabel = "T",
      description = "begins no seed after this time, shared by all scenarios: 30s, 10m, 8h")
  private @Nullable String time;

  @Option(
      names = "--jobs",
      paramLabel = "J",
      description = "how many seeds run at once; changes no result (default: one for each core)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "overrides a setting: --set fuzz.loss=2%%; can be repeated")
  private List<String> overrides = List.of();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description = "how seeds are searched: ${COMPLETION-CANDIDATES} (default: random)")
  private Search strategy = Search.RANDOM;

  @Option(
      names = "--beyond-budget",
      description = {
        "also stops more servers than the protocol tolerates,",
        "and judges only what then still holds: safety"
      })
  private boolean beyondBudget;

  @Option(
      names = "--stop-after",
      paramLabel = "K",
      description = "stops after K failing seeds, counted in the order of seeds (default: never)")
  private @Nullable Long stopAfter;

  @Option(
      names = "--max-undecided",
      paramLabel = "SHARE",
      description = "more undecided seeds make the campaign undecided (default: 1%%)")
  private String maxUndecided = USUAL_MAX_UNDECIDED;

  @Mixin private PatienceOption patience;

  @Option(names = "--no-shrink", description = "does not look for smaller scenarios that fail")
  private boolean noShrink;

  @Option(
      names = "--shrink-runs",
      paramLabel = "N",
      description = "how many smaller scenarios are run at most for a failure (default: 60000)")
  private long shrinkRuns = Effort.USUAL.runs();

  @Option(
      names = "--no-canary",
      description = "does not run a sample of the seeds again in a second JVM")
  private boolean noCanary;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "writes to DIR/<name>/fuzz/ (default: faultline-out)")
  private Path out = Path.of("faultline-out");

  @Option(
      names = "--junit-xml",
      paramLabel = "FILE",
      description = "also writes a report in the JUnit dialect of Jenkins")
  private @Nullable Path junitXml;

  @Option(names = "--json", description = "prints the results as one JSON object")
  private boolean json;

  @Mixin private ClassPath classPath;

  List<String> scenarios() {
    return scenarios;
  }

  List<String> overrides() {
    return overrides;
  }

  Search strategy() {
    return strategy;
  }

  /** How much each failure is worth; empty when it is to stay as it is. */
  Optional<Effort> effort() {
    if (shrinkRuns < 1) {
      throw new IllegalArgumentException("--shrink-runs: expected at least 1, got " + shrinkRuns);
    }
    return noShrink ? Optional.empty() : Optional.of(Effort.USUAL.withRuns(shrinkRuns));
  }

  boolean beyondBudget() {
    return beyondBudget;
  }

  boolean canary() {
    return !noCanary;
  }

  Path out() {
    return out;
  }

  Optional<Path> junitXml() {
    return Optional.ofNullable(junitXml);
  }

  boolean json() {
    return json;
  }

  ClassPath classPath() {
    return classPath;
  }

  Share maxUndecided() {
    return read("--max-undecided", maxUndecided, Share::parse);
  }

  /** The wall clock time that all scenarios share. */
  Optional<Duration> time() {
    return Optional.ofNullable(time).map(text -> read("--time", text, FuzzOptions::positive));
  }

  /** How far each campaign goes, when there is no limit of time. */
  CampaignSettings settings() {
    if (jobs < 1) {
      throw new IllegalArgumentException("--jobs: expected at least 1, got " + jobs);
    }
    if (stopAfter != null && stopAfter < 1) {
      throw new IllegalArgumentException("--stop-after: expected at least 1, got " + stopAfter);
    }
    return new CampaignSettings(
        seeds(),
        Optional.empty(),
        jobs,
        stopAfter == null ? OptionalLong.empty() : OptionalLong.of(stopAfter),
        patience.duration());
  }

  /**
   * The command that runs seeds again.
   *
   * @param scenario as it was given
   */
  String again(String program, String scenario, Seeds seeds) {
    List<String> words = new ArrayList<>(List.of("fuzz", scenario));
    words.addAll(List.of("--seeds", seeds.first() + ".." + seeds.last()));
    if (strategy != Search.RANDOM) {
      words.addAll(List.of("--strategy", strategy.toString()));
    }
    if (beyondBudget) {
      words.add("--beyond-budget");
    }
    if (stopAfter != null) {
      words.addAll(List.of("--stop-after", stopAfter.toString()));
    }
    if (!maxUndecided.equals(USUAL_MAX_UNDECIDED)) {
      words.addAll(List.of("--max-undecided", maxUndecided));
    }
    overrides.forEach(each -> words.addAll(List.of("--set", each)));
    return CommandText.of(program, classPath, words);
  }

  private Seeds seeds() {
    Optional<String> first = Optional.ofNullable(base);
    return seeds == null && time != null
        ? SeedsOption.from(first)
        : SeedsOption.parse(seeds == null ? USUAL_SEEDS : seeds, first);
  }

  private static Duration positive(String text) {
    Duration duration = Durations.parse(text);
    if (duration.isZero()) {
      throw new IllegalArgumentException("expected a time above 0, got '" + text + "'");
    }
    return duration;
  }

  private static <T> T read(String option, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
  }
}
