package dev.faultline.campaign.shrink;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.fault.Anchor;
import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.random.Distribution;
import dev.faultline.scenario.Scenario;
import dev.faultline.values.Durations;
import dev.faultline.values.RecordShape;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much there is to read and to understand in a failing scenario, in points. A fault or an
 * operation is a line that matters; what is left to chance, noise above all, hides what matters and
 * costs more.
 */
final class Cost {
  private static final long FAULT = 100;
  private static final long OPERATION = 60;
  private static final long CLIENT = 20;
  private static final long SERVER = 15;
  private static final long SETTING = 50;
  private static final long NOISE = 300;

  /** A rule that breaks only in the calm after the faults takes longer to understand. */
  private static final long LATE = 300;

  private static final long EVENT = 3;
  private static final long DIGIT = 1;
  private static final long LETTER = 1;

  private final Scenario defaults;

  /**
   * @param defaults a scenario about the same protocol that says nothing
   */
  Cost(Scenario defaults) {
    this.defaults = defaults;
  }

  /** The points of a sample. */
  long of(Sample sample) {
    Scenario scenario = sample.scenario();
    return Parts.actions(scenario).stream().mapToLong(Cost::of).sum()
        + OPERATION * scenario.operations().size()
        + CLIENT * scenario.workload().map(WorkloadSettings::clients).orElse(0)
        + servers(scenario.system().nodes().size())
        + settings(scenario)
        + DIGIT * digits(scenario)
        + LETTER * letters(scenario)
        + (sample.breaksLate() ? LATE : 0)
        + EVENT * sample.result().events();
  }

  private long settings(Scenario scenario) {
    boolean steady = scenario.network().latency() instanceof Distribution.Constant;
    return NOISE * differences(scenario.network(), defaults.network())
        - (steady && !isUsualLatency(scenario) ? NOISE - SETTING : 0)
        + NOISE * scenario.network().links().size()
        + NOISE * differences(scenario.clocks(), ClockSettings.TRUE)
        + NOISE * scenario.system().serviceTime().stream().count()
        + NOISE * scenario.chance().stream().count()
        + SETTING * differences(scenario.disk(), DiskSettings.DEFAULT)
        + SETTING * differences(scenario.system().config(), defaults.system().config());
  }

  /** An even number of servers is odd, and one that is not the usual has to be said. */
  private long servers(int servers) {
    return SERVER * servers
        + (servers == defaults.system().nodes().size() ? 0 : SERVER)
        + (servers % 2 == 0 ? SERVER : 0);
  }

  private static long of(FaultAction action) {
    return FAULT
        + strangeness(action.effect())
        + SERVER * Rewriting.nodes(action.effect()).size()
        + (action.anchor() instanceof Anchor.At ? 0 : SERVER);
  }

  /** How much a reader has to know. */
  private static long strangeness(Effect effect) {
    return switch (effect) {
      case Effect.Crash crash -> crash.wipe() ? 20 : 0;
      case Effect.Pause pause -> 2;
      case Effect.Partition(Cut.Isolate isolate) -> 4;
      case Effect.Partition partition -> 6;
      case Effect.MessageFault fault -> 4 + (fault.count() == 1 ? 0 : 10);
      case Effect.Clog clog -> 10;
      case Effect.SlowDisk slow -> 15;
      case Effect.FailSyncs fail -> 15;
      case Effect.FullDisk full -> 20;
      case Effect.Slow slow -> slow.by().isZero() ? 15 : 20;
      case Effect.CorruptDisk corrupt -> 20;
      case Effect.ClockDrift drift -> 20;
      case Effect.ClockJump jump -> 20;
      case Effect.Noise noise -> 30 * ways(noise);
    };
  }

  private static long ways(Effect.Noise noise) {
    return Stream.of(
            noise.latency(), noise.loss(), noise.duplicate(), noise.corrupt(), noise.burst())
        .filter(Optional::isPresent)
        .count();
  }

  private static long letters(Scenario scenario) {
    return scenario.operations().stream()
        .mapToLong(each -> each.operation().toString().length() + each.client().name().length())
        .sum();
  }

  private boolean isUsualLatency(Scenario scenario) {
    return scenario.network().latency().equals(defaults.network().latency());
  }

  private static long differences(Record one, Record other) {
    RecordShape shape = RecordShape.of(one.getClass());
    long different = 0;
    for (int i = 0; i < shape.size(); i++) {
      different += Objects.equals(shape.read(one, i), shape.read(other, i)) ? 0 : 1;
    }
    return different;
  }

  private static long digits(Scenario scenario) {
    return Stream.concat(
            Parts.actions(scenario).stream()
                .flatMap(action ->
                    Stream.concat(Stream.of(Parts.time(action)), action.lasts().stream())),
            Stream.concat(
                Stream.of(scenario.duration()),
                scenario.operations().stream().map(PlannedOperation::at)))
        .mapToLong(Cost::digits)
        .sum();
  }

  private static long digits(Duration time) {
    return Durations.format(time).chars().filter(Character::isDigit).count();
  }
}
