package dev.faultline.junit;

import dev.faultline.campaign.Seeds;
import dev.faultline.campaign.swarm.Swarm;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioException;
import dev.faultline.scenario.ScenarioLoader;
import dev.faultline.simulation.Protocol;
import java.nio.file.Path;
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
 *   return Simulations.of(new ChainProtocol()).with("system.nodes=5").seeds(200).tests();
 * }
 * }</pre>
 *
 * <p>The system properties are those of {@link SimulationTest}.
 */
public final class Simulations {
  private final Protocols protocols;
  private final Base base;
  private final List<String> overrides = new ArrayList<>();
  private int seeds = 100;
  private long firstSeed = 1;
  private int stopAfter = 3;
  private boolean swarm;
  private String folder = "";

  /** The scenario that seeds vary. */
  private interface Base {
    Scenario load(ScenarioLoader loader, List<String> overrides);
  }

  private Simulations(Protocols protocols, Base base) {
    this.protocols = protocols;
    this.base = base;
  }

  /**
   * Of a protocol with its defaults, without a scenario: what happens to it is drawn for each seed,
   * within what it tolerates.
   */
  public static Simulations of(Protocol<?> protocol) {
    String text = "name: " + protocol.name() + "\nsystem: { protocol: " + protocol.name() + " }\n";
    String clients = protocol.services().isEmpty() ? "" : "workload: {}\n";
    Base base = (loader, set) -> loader.parse(text + clients, protocol.name(), set);
    return new Simulations(including(protocol), base).swarm(true);
  }

  /** Of a protocol, in a scenario about it. The protocol need not be listed as a service. */
  public static Simulations of(Protocol<?> protocol, Path scenario) {
    return new Simulations(including(protocol), (loader, set) -> loader.load(scenario, set));
  }

  /** Of a scenario about a protocol of the class path. */
  public static Simulations of(Path scenario) {
    return of(scenario, Simulations.class.getClassLoader());
  }

  static Simulations of(Path scenario, ClassLoader classes) {
    Protocols visible = Protocols.visibleTo(classes);
    return new Simulations(visible, (loader, set) -> loader.load(scenario, set));
  }

  private static Protocols including(Protocol<?> protocol) {
    ClassLoader classes = protocol.getClass().getClassLoader();
    List<Protocol<?>> all = new ArrayList<>(Protocols.visibleTo(classes).all());
    all.removeIf(other -> other.name().equals(protocol.name()));
    all.add(protocol);
    return Protocols.of(all);
  }

  /** Settings that replace the scenario's, such as {@code network.loss=2%}; the last one counts. */
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
    return findings()
        .map(finding -> DynamicTest.dynamicTest(finding.title(), () -> check(finding)));
  }

  private static void check(Finding finding) {
    finding
        .problem()
        .ifPresent(problem -> {
          throw new AssertionFailedError(problem);
        });
  }

  Stream<Finding> findings() {
    Scenario scenario = base.load(new ScenarioLoader(protocols), overrides);
    Seeds range = SeedProperties.orElse(new Seeds(firstSeed, seeds));
    FailureText text = new FailureText(protocols, FailureFiles.below(folder));
    Findings findings = new Findings(range, stopAfter, drawing(scenario), protocols, text);
    return StreamSupport.stream(findings, false);
  }

  private LongFunction<Scenario> drawing(Scenario scenario) {
    Swarm drawer = new Swarm(protocols);
    return swarm || scenario.fuzz().isPresent()
        ? seed -> drawer.draw(scenario, seed)
        : scenario::withSeed;
  }
}
