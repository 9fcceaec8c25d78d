package dev.faultline.junit;

import dev.faultline.campaign.Seeds;
import dev.faultline.campaign.run.SeedRun;
import dev.faultline.campaign.run.SeedRunner;
import dev.faultline.campaign.swarm.Swarm;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.simulation.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * Simulations of a protocol as dynamic tests: a failed one for each seed that does not end as
 * expected, and one for all seeds together.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> survivesWhateverItTolerates() {
 *   return Simulations.of(new ChainProtocol()).with("fuzz.nodes=5").seeds(200).tests();
 * }
 * }</pre>
 *
 * <p>The system properties are those of {@link SimulationTest}.
 */
public final class Simulations {
  private final Subject subject;
  private final List<String> overrides = new ArrayList<>();
  private int seeds = 100;
  private long firstSeed = 1;
  private int stopAfter = 3;
  private Duration patience = Duration.ofSeconds(10);
  private boolean swarm;
  private String folder = "";

  private Simulations(Subject subject) {
    this.subject = subject;
  }

  /**
   * Of a protocol with its defaults, without a scenario: what happens to it is drawn for each seed,
   * within what it tolerates.
   */
  public static Simulations of(Protocol<?> protocol) {
    return new Simulations(Subject.of(protocol)).swarm(true);
  }

  /** Of a protocol, in a scenario about it. The protocol need not be listed as a service. */
  public static Simulations of(Protocol<?> protocol, Path scenario) {
    return new Simulations(Subject.of(protocol, scenario));
  }

  /** Of a scenario about a protocol of the class path. */
  public static Simulations of(Path scenario) {
    return of(scenario, Simulations.class.getClassLoader());
  }

  static Simulations of(Path scenario, ClassLoader classes) {
    return new Simulations(Subject.of(classes, scenario));
  }

  /**
   * Settings that replace the scenario's, such as {@code network.loss=2%}; the last one counts.
   * What is drawn for each seed is fixed with {@code fuzz.nodes=5} and the like.
   */
  public Simulations with(String... settings) {
    overrides.addAll(List.of(settings));
    return this;
  }

  /** So many seeds are run; 100 when nothing is said. */
  public Simulations seeds(int count) {
    seeds = requirePositive("seeds", count);
    return this;
  }

  /** The first seed; 1 when nothing is said. */
  public Simulations from(long seed) {
    firstSeed = seed;
    return this;
  }

  /** Is a scenario drawn for each seed even though it has no section {@code fuzz}? */
  public Simulations swarm(boolean always) {
    swarm = always;
    return this;
  }

  /** After so many failed seeds no more are run; 3 when nothing is said. */
  public Simulations stopAfter(int failures) {
    stopAfter = requirePositive("stopAfter", failures);
    return this;
  }

  /**
   * A handler or a check that runs this long is held for one that never returns: it is a failure,
   * and the last one; 10 s of wall clock when nothing is said. A single seed may take any time.
   */
  public Simulations patience(Duration longest) {
    patience = longest;
    return this;
  }

  /** A folder of their own for the failures of one test. */
  Simulations in(String name) {
    folder = name;
    return this;
  }

  private static int requirePositive(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " is at least 1, got " + value);
    }
    return value;
  }

  /**
   * The tests, for a method with {@code @TestFactory}. The seeds are run as the stream is read.
   *
   * @throws ScenarioException when the scenario cannot be used
   */
  public Stream<DynamicTest> tests() {
    return findings().map(finding -> DynamicTest.dynamicTest(finding.title(), finding::raise));
  }

  Stream<Finding> findings() {
    Scenario scenario = subject.base().apply(overrides);
    Seeds range = SeedProperties.orElse(new Seeds(firstSeed, seeds));
    Findings findings =
        new Findings(
            range, stopAfter, patience, drawing(scenario), subject.protocols(), failureText());
    return StreamSupport.stream(findings, false);
  }

  private LongFunction<Scenario> drawing(Scenario scenario) {
    Swarm drawer = new Swarm(subject.protocols());
    return swarm || scenario.fuzz().isPresent()
        ? seed -> drawer.draw(scenario, seed)
        : scenario::withSeed;
  }

  /**
   * Runs one scenario as it is, for instance one that jqwik made ({@link FaultlineArbitraries}).
   *
   * @return what came of it
   * @throws AssertionFailedError when it does not end as it expects; it says why, and how to see it
   *     again
   */
  public SeedRun check(Scenario scenario) {
    SeedRun run = new SeedRunner(subject.protocols()).run(scenario);
    if (Findings.failed(run)) {
      throw new AssertionFailedError(failureText().of(run));
    }
    return run;
  }

  private FailureText failureText() {
    return new FailureText(subject.protocols(), FailureFiles.below(folder));
  }
}
