package dev.faultline.junit;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.Target;
import dev.faultline.scenario.Fault;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.values.Drift;
import dev.faultline.values.Durations;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Single faults that end, so that a protocol tolerates any number of them. */
final class FaultArbitraries {
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);
  private static final int MOST_MESSAGES = 20;
  private static final int GREATEST_FACTOR = 100;
  private static final int MOST_NOISE_PERCENT = 50;
  private static final long MOST_DRIFT_PER_MILLION = 100_000;

  private final List<NodeId> servers;
  private final FaultBudget budget;
  private final Duration length;

  /** What a fault does, with the word that begins its id. */
  private record Kind(String word, Effect effect) {}

  /**
   * @param length of the fault phase
   */
  FaultArbitraries(List<NodeId> servers, FaultBudget budget, Duration length) {
    this.servers = servers;
    this.budget = budget;
    this.length = length;
  }

  Arbitrary<Fault> faults() {
    long end = length.toMillis() - 1;
    return FaultlineArbitraries.millis(0, end)
        .flatMap(at ->
            Combinators.combine(FaultlineArbitraries.millis(1, end - at.toMillis() + 1), kinds())
                .as((lasts, kind) -> fault(at, lasts, kind)));
  }

  private static Fault fault(Duration at, Duration lasts, Kind kind) {
    String id = kind.word() + "-" + Durations.format(at);
    return new Fault.Once(
        new FaultAction(id, new Anchor.At(at), Optional.of(lasts), kind.effect()));
  }

  private Arbitrary<Kind> kinds() {
    List<Arbitrary<Kind>> kinds = new ArrayList<>();
    kinds.add(targets().map(target -> new Kind("crash", new Effect.Crash(target, false))));
    kinds.add(targets().map(target -> new Kind("pause", new Effect.Pause(target))));
    kinds.add(cuts().map(cut -> new Kind("partition", new Effect.Partition(cut))));
    kinds.add(
        Combinators.combine(node(), node())
            .as((from, to) -> new Kind("clog", new Effect.Clog(List.of(from), List.of(to)))));
    kinds.add(
        Combinators.combine(targets(), Arbitraries.integers().between(2, GREATEST_FACTOR))
            .as((target, factor) ->
                new Kind("slow", new Effect.Slow(target, factor, Duration.ZERO))));
    kinds.add(noise());
    kinds.add(messages());
    addWhatIsTolerated(kinds);
    return Arbitraries.oneOf(kinds);
  }

  private void addWhatIsTolerated(List<Arbitrary<Kind>> kinds) {
    if (budget.anyClock()) {
      Arbitrary<Long> perMillion =
          Arbitraries.longs().between(-MOST_DRIFT_PER_MILLION, MOST_DRIFT_PER_MILLION);
      kinds.add(
          Combinators.combine(targets(), perMillion)
              .as((target, ppm) ->
                  new Kind("drift", new Effect.ClockDrift(target, Drift.parse(ppm + "ppm")))));
    }
    if (budget.diskDamage()) {
      kinds.add(
          Combinators.combine(targets(), percents())
              .as((target, share) -> new Kind("corrupt", new Effect.CorruptDisk(target, share))));
    }
  }

  private Arbitrary<Kind> noise() {
    return Combinators.combine(percents(), percents().optional())
        .as((loss, duplicate) ->
            new Kind(
                "noise",
                new Effect.Noise(
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.of(loss),
                    duplicate,
                    Optional.empty(),
                    Optional.empty())));
  }

  private Arbitrary<Kind> messages() {
    Arbitrary<Duration> delays = FaultlineArbitraries.millis(1, LONGEST_DELAY.toMillis());
    Arbitrary<Effect.Fate> fates =
        Arbitraries.oneOf(
            Arbitraries.just(new Effect.Fate.Drop()),
            delays.map(Effect.Fate.Delay::new),
            delays.map(Effect.Fate.Duplicate::new));
    return Combinators.combine(fates, node(), Arbitraries.integers().between(1, MOST_MESSAGES))
        .as((fate, from, count) ->
            new Kind(
                "message",
                new Effect.MessageFault(fate, List.of(from), List.of(), Optional.empty(), count)));
  }

  private Arbitrary<Cut> cuts() {
    return Arbitraries.oneOf(
        targets().map(Cut.Isolate::new),
        targets().map(Cut.Split::new),
        Combinators.combine(node(), node())
            .as((from, to) -> new Cut.OneWay(List.of(from), List.of(to))));
  }

  private Arbitrary<Target> targets() {
    return Arbitraries.of(servers)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(servers.size())
        .map(Target.Named::new);
  }

  private Arbitrary<NodeId> node() {
    return Arbitraries.of(servers);
  }

  private static Arbitrary<Share> percents() {
    return Arbitraries.integers()
        .between(1, MOST_NOISE_PERCENT)
        .map(percent -> Share.parse(percent + "%"));
  }
}
