package dev.faultline.campaign.shrink;

import dev.faultline.campaign.shrink.Chronicle.Message;
import dev.faultline.fault.Anchor;
import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.Effect.Fate;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.Target;
import dev.faultline.random.KeyedRandom;
import dev.faultline.scenario.Check;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.SystemSection;
import dev.faultline.service.Service;
import dev.faultline.service.Services;
import dev.faultline.values.Hash;
import dev.faultline.values.NodeId;
import dev.faultline.workload.PlannedOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks for the same failure from scratch: in a plain and small world, with simple faults, many of
 * which strike when something is reported that was reported in the failing run too. A bug that is
 * easy to meet there is easiest to understand there. At first there are few faults; a bug that they
 * do not meet is looked for with many, most of which can be left out afterwards.
 */
final class Afresh implements Pass {
  private static final long NAME = Hash.of("afresh");
  private static final long LEAST_TRIALS = 2_000;
  private static final long MOST_TRIALS = 10_000;
  private static final int SEEDS = 1_000;
  private static final List<Integer> SIZES = List.of(3, 3, 3, 3, 5, 5, 4, 2, 1);
  private static final Bustle CALM =
      new Bustle(List.of(0, 1, 1, 2, 2, 3), List.of(0, 0, 1, 2, 2, 3), Duration.ofSeconds(1));
  private static final Bustle BUSY =
      new Bustle(List.of(1, 2, 3, 6, 12, 20), List.of(0, 1, 3, 6, 12, 20), Duration.ofSeconds(2));

  /** Where their history is judged, so many that some come at the right time. */
  private static final List<Integer> JUDGED_OPERATIONS = List.of(2, 2, 3, 6, 10);

  private static final Duration MILLISECOND = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration TAIL = Duration.ofMillis(200);
  private static final int MOST_OCCURRENCES = 4;

  /**
   * How much happens.
   *
   * @param faults how many there may be
   * @param operations how many there may be
   * @param last all of it happens before this time
   */
  private record Bustle(List<Integer> faults, List<Integer> operations, Duration last) {
    Duration moment(KeyedRandom random) {
      return Duration.ofNanos(random.nextLong(last.toNanos()));
    }
  }

  private final Worlds worlds;
  private final Cost cost;
  private final long enough;
  private long trial;

  /**
   * @param enough a sample of so few points is left as it is
   */
  Afresh(Settings settings, Cost cost, long enough) {
    this.worlds = new Worlds(settings);
    this.cost = cost;
    this.enough = enough;
  }

  @Override
  public Sample shrink(Sample sample, Lab lab) {
    long points = cost.of(sample);
    if (points <= enough) {
      return sample;
    }
    Vocabulary words = Vocabulary.of(Chronicle.of(sample, lab));
    long trials = Math.min(MOST_TRIALS, LEAST_TRIALS + points);
    for (long i = 0; i < trials && !lab.isSpent(); i++) {
      KeyedRandom random = new KeyedRandom(Hash.combine(NAME, trial++));
      Optional<Sample> found =
          lab.attempt(
                  guess(
                      sample.scenario(),
                      words,
                      i < trials / 3 ? CALM : BUSY,
                      lab.needsRecovery(),
                      random))
              .flatMap(other -> Recorded.asItHappened(other, lab))
              .filter(other -> cost.of(other) < points);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return sample;
  }

  /** What was reported, and which messages were sent, in the failing run. */
  private record Vocabulary(List<String> facts, List<String> messages) {
    static Vocabulary of(Chronicle chronicle) {
      return new Vocabulary(
          chronicle.facts().stream()
              .map(fact -> fact.fact().getClass().getSimpleName())
              .distinct()
              .toList(),
          chronicle.messages().stream()
              .filter(message -> !message.from().equals(message.to()))
              .map(Message::type)
              .distinct()
              .toList());
    }
  }

  private Scenario guess(
      Scenario scenario,
      Vocabulary words,
      Bustle bustle,
      boolean needsRecovery,
      KeyedRandom random) {
    int size = Math.min(Pick.of(SIZES, random), scenario.system().nodes().size());
    List<NodeId> servers = scenario.system().nodes().subList(0, size);
    List<FaultAction> faults =
        IntStream.range(0, Pick.of(bustle.faults(), random))
            .mapToObj(i -> fault("fault-" + i, servers, words, bustle, random))
            .toList();
    Scenario guess = Parts.withActions(scenario, faults);
    guess =
        Operations.withFirstClients(
            Parts.withOperations(guess, operations(scenario, bustle, random)));
    return worlds
        .drawn(guess, random)
        .edited(draft -> {
          draft.system = system(draft.system, servers);
          draft.seed = 1L + random.nextInt(SEEDS);
          draft.duration = bustle.last().plus(TAIL);
          draft.recovery = needsRecovery;
        });
  }

  private static SystemSection system(SystemSection system, List<NodeId> servers) {
    return new SystemSection(
        system.protocol(), servers, system.config(), system.flaw(), Optional.empty());
  }

  /** Operations of kinds that the scenario has, on one key. */
  private static List<PlannedOperation> operations(
      Scenario scenario, Bustle bustle, KeyedRandom random) {
    List<PlannedOperation> known = scenario.operations();
    List<PlannedOperation> drawn = new ArrayList<>();
    if (known.isEmpty() || scenario.workload().isEmpty()) {
      return drawn;
    }
    Service service = Services.named(scenario.workload().get().service());
    boolean judged = scenario.checks().contains(new Check.Linearizable());
    int count = Pick.of(judged && bustle == CALM ? JUDGED_OPERATIONS : bustle.operations(), random);
    for (int i = 1; i <= count; i++) {
      PlannedOperation each = Pick.of(known, random);
      Record operation =
          service.draw(service.kindOf(each.operation()), "k1", "v" + i, "v" + (i - 1));
      Duration at = bustle.moment(random);
      drawn.add(new PlannedOperation(at, each.client(), operation));
    }
    return drawn;
  }

  private static FaultAction fault(
      String id, List<NodeId> servers, Vocabulary words, Bustle bustle, KeyedRandom random) {
    Anchor anchor = anchor(servers, words, bustle, random);
    Effect effect = effect(servers, words, random);
    if (!(anchor instanceof Anchor.At) && random.nextBoolean()) {
      effect = effect.aimedAt(new Target.Reporter());
    }
    Optional<Duration> lasts =
        effect instanceof Effect.MessageFault
            ? Optional.empty()
            : Optional.of(Pick.length(MILLISECOND, LONGEST, random));
    return new FaultAction(id, anchor, lasts, effect);
  }

  private static Effect effect(List<NodeId> servers, Vocabulary words, KeyedRandom random) {
    List<NodeId> one = List.of(Pick.of(servers, random));
    Target target = random.nextInt(4) == 0 ? new Target.Leader() : new Target.Named(one);
    return switch (random.nextInt(words.messages().isEmpty() ? 3 : 5)) {
      case 0, 1 -> new Effect.Crash(target, false);
      case 2 -> new Effect.Partition(new Cut.Isolate(target));
      default ->
          new Effect.MessageFault(
              fate(random),
              one,
              List.of(Pick.of(servers, random)),
              Optional.of(Pick.of(words.messages(), random)),
              1);
    };
  }

  private static Fate fate(KeyedRandom random) {
    Duration length = Pick.length(MILLISECOND, LONGEST, random);
    return switch (random.nextInt(3)) {
      case 0 -> new Fate.Drop();
      case 1 -> new Fate.Duplicate(length);
      default -> new Fate.Delay(length);
    };
  }

  private static Anchor anchor(
      List<NodeId> servers, Vocabulary words, Bustle bustle, KeyedRandom random) {
    Optional<NodeId> node =
        random.nextBoolean() ? Optional.empty() : Optional.of(Pick.of(servers, random));
    int nth = random.nextBoolean() ? 1 : 1 + random.nextInt(MOST_OCCURRENCES);
    return switch (random.nextInt(4)) {
      case 0 -> new Anchor.At(bustle.moment(random));
      case 1 -> new Anchor.OnDisk(Anchor.DiskPoint.BEFORE_SYNC, node, nth);
      default ->
          words.facts().isEmpty()
              ? new Anchor.At(Duration.ZERO)
              : new Anchor.OnFact(
                  Pick.of(words.facts(), random),
                  node,
                  nth,
                  random.nextBoolean()
                      ? Duration.ZERO
                      : Pick.length(MILLISECOND, LONGEST, random).dividedBy(10));
    };
  }
}
