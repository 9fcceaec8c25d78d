package dev.faultline.cli;

import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.score.Score;
import dev.faultline.campaign.score.ScoreJson;
import dev.faultline.campaign.score.ScorePlan;
import dev.faultline.campaign.score.ScoreTable;
import dev.faultline.campaign.score.Scorer;
import dev.faultline.campaign.search.Search;
import dev.faultline.campaign.shrink.Effort;
import dev.faultline.campaign.shrink.Shrinker;
import dev.faultline.campaign.swarm.Swarm;
import dev.faultline.cli.record.WholeFile;
import dev.faultline.cli.terminal.LateBar;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.simulation.Flaw;
import dev.faultline.simulation.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how soon known bugs are found. */
@Command(
    name = "score",
    description = {
      "Measures how soon the known bugs of a protocol are found.",
      "It also tells whether the correct protocol is left in peace. Exits 1 when a campaign of the",
      "first strategy misses a bug, or at a false alarm."
    },
    footer = {
      "",
      "Examples:",
      "  faultline score raft --short",
      "  faultline score raft --flaws R01,R04 --strategies random,pct --clean-seeds 0",
      "  faultline score raft --out docs/score"
    })
final class ScoreCommand implements Callable<Integer> {
  private static final int SHORT_CAMPAIGNS = 3;
  private static final int SHORT_CLEAN_SEEDS = 1000;

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROTOCOL",
      defaultValue = "raft",
      description = "the protocol to score (default: raft)")
  private String protocol;

  @Option(
      names = "--flaws",
      paramLabel = "ID",
      split = ",",
      description = "only these bugs (default: all that the protocol lists)")
  private List<String> flaws = List.of();

  @Option(
      names = "--strategies",
      paramLabel = "NAME",
      split = ",",
      description = "only these: random, pct, coverage (default: all; --short: random)")
  private List<Search> strategies = List.of();

  @Option(
      names = "--campaigns",
      paramLabel = "N",
      description = "campaigns of each strategy against each bug (default: 20; --short: 3)")
  private @Nullable Integer campaigns;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "a campaign gives up after so many (default: 2000)")
  private int seeds = 2000;

  @Option(
      names = "--clean-seeds",
      paramLabel = "N",
      description = "seeds of the correct protocol (default: 20000; --short: 1000)")
  private @Nullable Integer cleanSeeds;

  @Option(
      names = "--base-seed",
      paramLabel = "N",
      description = {
        "the first seed (default: 1000000; --short: 1); those below",
        "1000000 are for tuning, and a table that uses them says so"
      })
  private @Nullable Long baseSeed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "campaigns at once (default: the number of processors)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--short",
      description = "few campaigns and seeds and no shrinking, for every build")
  private boolean brief;

  @Option(names = "--no-shrink", description = "makes no failure small to count its steps")
  private boolean noShrink;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "writes DIR/PROTOCOL.md and DIR/PROTOCOL.json")
  private @Nullable Path out;

  @Option(names = "--json", description = "prints JSON instead of Markdown")
  private boolean json;

  @Mixin private ClassPath classPath;

  ScoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Protocols protocols = classPath.protocols();
    Protocol<?> scored = protocols.require(protocol);
    ScorePlan plan = plan(scored);
    if (out != null) {
      // Fails now rather than when hours of work are to be written.
      Files.createDirectories(out);
    }
    Scenario base =
        new ScenarioLoader(protocols)
            .parse("system: { protocol: " + protocol + " }\n", protocol + "-score", List.of());
    Score score;
    try (LateBar bar = surroundings.bar("scoring")) {
      score =
          new Scorer(
                  plan,
                  base,
                  new Swarm(protocols)::draw,
                  new SeedRunner(protocols),
                  shrinking(protocols))
              .score(bar);
    }
    publish(score);
    return score.isWanting() ? ExitCode.NOT_AS_EXPECTED : ExitCode.AS_EXPECTED;
  }

  /** How many steps the minimal scenario of a failure has. */
  private Function<Scenario, OptionalInt> shrinking(Protocols protocols) {
    if (brief || noShrink) {
      return failing -> OptionalInt.empty();
    }
    Shrinker shrinker = new Shrinker(protocols, surroundings.version().toString(), Effort.USUAL);
    return failing ->
        shrinker.shrink(failing).stream().mapToInt(minimal -> minimal.steps().size()).findFirst();
  }

  private ScorePlan plan(Protocol<?> scored) {
    requireAtLeast(1, "--seeds", seeds);
    requireAtLeast(1, "--jobs", jobs);
    int hunts = campaigns != null ? campaigns : brief ? SHORT_CAMPAIGNS : 20;
    requireAtLeast(1, "--campaigns", hunts);
    int clean = cleanSeeds != null ? cleanSeeds : brief ? SHORT_CLEAN_SEEDS : 20_000;
    requireAtLeast(0, "--clean-seeds", clean);
    long first = baseSeed != null ? baseSeed : brief ? 1 : ScorePlan.FIRST_REPORTED_SEED;
    return new ScorePlan(protocol, chosen(scored), searches(), hunts, seeds, clean, first, jobs);
  }

  private static void requireAtLeast(int least, String option, int value) {
    if (value < least) {
      throw new ScenarioException(option + " is at least " + least + ", got " + value);
    }
  }

  private List<Search> searches() {
    if (!strategies.isEmpty()) {
      return strategies.stream().distinct().toList();
    }
    return brief ? List.of(Search.RANDOM) : List.of(Search.values());
  }

  private List<Flaw> chosen(Protocol<?> scored) {
    if (flaws.isEmpty()) {
      return scored.flaws();
    }
    List<Flaw> chosen = new ArrayList<>();
    for (String id : flaws) {
      chosen.add(
          scored.flaws().stream()
              .filter(flaw -> flaw.id().equals(id))
              .findFirst()
              .orElseThrow(() -> unknown(id, scored)));
    }
    return chosen;
  }

  private ScenarioException unknown(String id, Protocol<?> scored) {
    List<String> known = scored.flaws().stream().map(Flaw::id).toList();
    return new ScenarioException(
        String.format(
            Locale.ROOT,
            "--flaws: %s has no flaw '%s'; it has %s",
            protocol,
            id,
            known.isEmpty() ? "none" : String.join(", ", known)));
  }

  private void publish(Score score) throws IOException {
    String version = surroundings.version().toString();
    String table = ScoreTable.of(score, version, command(), machine());
    String data = ScoreJson.of(score, version, command(), machine());
    surroundings.out().print(json ? data : table);
    if (out != null) {
      WholeFile.write(out.resolve(protocol + ".md"), table);
      WholeFile.write(out.resolve(protocol + ".json"), data);
    }
  }

  /** As it was typed, so that it makes the same table again. */
  private String command() {
    return Stream.concat(
            Stream.of(surroundings.command()),
            spec.commandLine().getParent().getParseResult().originalArgs().stream())
        .map(CommandText::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%s %s, %d processors, JDK %d",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature());
  }
}
