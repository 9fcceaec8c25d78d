package dev.faultline.junit;

import dev.faultline.campaign.swarm.Swarm;
import dev.faultline.scenario.Fault;
import dev.faultline.scenario.Scenario;
import dev.faultline.service.Services;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.Protocol;
import dev.faultline.values.Rate;
import dev.faultline.workload.WorkloadSettings;
import dev.faultline.workload.WorkloadSettings.Popularity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Scenarios, fault schedules and workloads for properties with jqwik. A failing example shrinks
 * part by part: fewer and shorter faults, fewer clients, a shorter run.
 *
 * <pre>{@code
 * private final Simulations chain = Simulations.of(new ChainProtocol());
 *
 * @Provide
 * Arbitrary<Scenario> scenarios() {
 *   return FaultlineArbitraries.of(new ChainProtocol()).scenarios();
 * }
 *
 * @Property
 * void survivesWhateverItTolerates(@ForAll("scenarios") Scenario scenario) {
 *   chain.check(scenario);
 * }
 * }</pre>
 */
public final class FaultlineArbitraries {
  private static final int MOST_FAULTS = 8;
  private static final int MOST_CLIENTS = 5;
  private static final int MOST_KEYS = 5;
  private static final int SHORTEST_MILLIS = 100;
  private static final int LONGEST_TIMEOUT_MILLIS = 2_000;
  private static final int GREATEST_RATE = 200;

  private final Subject subject;
  private final Scenario base;

  private FaultlineArbitraries(Subject subject) {
    this.subject = subject;
    this.base = subject.base().apply(List.of());
  }

  /** About a protocol with its defaults, on three servers, in runs of at most five seconds. */
  public static FaultlineArbitraries of(Protocol<?> protocol) {
    return new FaultlineArbitraries(Subject.of(protocol));
  }

  /**
   * About a protocol, in variations of a scenario. The protocol need not be listed as a service.
   */
  public static FaultlineArbitraries of(Protocol<?> protocol, Path scenario) {
    return new FaultlineArbitraries(Subject.of(protocol, scenario));
  }

  /** Variations of a scenario about a protocol of the class path. */
  public static FaultlineArbitraries of(Path scenario) {
    ClassLoader classes = FaultlineArbitraries.class.getClassLoader();
    return new FaultlineArbitraries(Subject.of(classes, scenario));
  }

  /**
   * The scenario with another seed, a length up to its own, and with faults and clients as {@link
   * #faultSchedules} and {@link #workloads} give them.
   */
  public Arbitrary<Scenario> scenarios() {
    Arbitrary<Duration> lengths = millis(SHORTEST_MILLIS, base.duration().toMillis());
    return lengths.flatMap(this::lasting);
  }

  private Arbitrary<Scenario> lasting(Duration length) {
    return Combinators.combine(Arbitraries.longs(), clients(), faultSchedules(length))
        .as((seed, workload, faults) ->
            base.edited(draft -> {
              draft.seed = seed;
              draft.duration = length;
              draft.workload = workload;
              draft.faults = faults;
            }));
  }

  /** Explicit operations name the scenario's own clients. */
  private Arbitrary<Optional<WorkloadSettings>> clients() {
    return base.workload().isPresent() && base.operations().isEmpty()
        ? workloads().map(Optional::of)
        : Arbitraries.just(base.workload());
  }

  /**
   * What a campaign draws for a seed: another size, network and configuration too. It shrinks to
   * another seed and not to a smaller scenario.
   */
  public Arbitrary<Scenario> drawn() {
    Swarm swarm = new Swarm(subject.protocols());
    return Arbitraries.longs().map(seed -> swarm.draw(base, seed));
  }

  /**
   * Explicit faults that begin and end within the scenario's fault phase and that the protocol
   * tolerates: servers that crash, pause or are slow, partitions, clogs, lost, late and doubled
   * messages; clocks and damaged disks where it declares so.
   */
  public Arbitrary<List<Fault>> faultSchedules() {
    return faultSchedules(base.duration());
  }

  private Arbitrary<List<Fault>> faultSchedules(Duration length) {
    FaultBudget budget = base.prepare(subject.protocols()).deployment().budget();
    return new FaultArbitraries(base.system().nodes(), budget, length)
        .faults()
        .list()
        .uniqueElements(Fault::id)
        .ofMaxSize(MOST_FAULTS);
  }

  /**
   * What clients of the scenario's service do: how many they are, how fast, on how many keys.
   *
   * @throws IllegalStateException when the scenario has no clients
   */
  public Arbitrary<WorkloadSettings> workloads() {
    String service =
        base.workload()
            .map(WorkloadSettings::service)
            .orElseThrow(() -> new IllegalStateException(base.name() + " has no clients"));
    return Combinators.combine(
            Arbitraries.integers().between(1, MOST_CLIENTS),
            Arbitraries.integers().between(1, GREATEST_RATE).optional(),
            Arbitraries.integers().between(1, MOST_KEYS),
            Arbitraries.of(Popularity.class),
            millis(SHORTEST_MILLIS, LONGEST_TIMEOUT_MILLIS))
        .as((clients, rate, keys, popularity, timeout) ->
            new WorkloadSettings(
                service,
                clients,
                rate.map(perSecond -> new Rate(perSecond)),
                new WorkloadSettings.Keys(keys, popularity),
                Services.named(service).defaultMix(),
                timeout));
  }

  static Arbitrary<Duration> millis(long least, long most) {
    return Arbitraries.longs().between(Math.min(least, most), most).map(Duration::ofMillis);
  }
}
