package dev.faultline.campaign.shrink;

import dev.faultline.campaign.shrink.Chronicle.Message;
import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.Effect.Fate;
import dev.faultline.fault.FaultAction;
import dev.faultline.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts single faults of messages in the place of a noisy network: each message that was lost, came
 * twice or took long gets a fault of its own, and the network becomes calm. Then those are left out
 * that do not matter.
 */
final class ExplicitMessages implements Pass {
  /** Messages that took longer than the calm latency by more than this get a fault. */
  private static final List<Duration> PATIENCE =
      List.of(Duration.ofMillis(50), Duration.ofMillis(10), Duration.ofMillis(3), Duration.ZERO);

  private static final int MOST_FAULTS = 1_500;

  /** How long a message travels when nothing else is said. */
  private static final long CALM_NANOS = Duration.ofMillis(1).toNanos();

  private final Scenario defaults;
  private final Pass fewer;
  private final Cost cost;

  /**
   * @param fewer leaves faults out
   */
  ExplicitMessages(Scenario defaults, Pass fewer, Cost cost) {
    this.defaults = defaults;
    this.fewer = fewer;
    this.cost = cost;
  }

  @Override
  public Sample shrink(Sample sample, Lab lab) {
    if (sample.scenario().network().equals(defaults.network())) {
      return sample;
    }
    Chronicle chronicle = Chronicle.of(sample, lab);
    return frames(sample.scenario(), chronicle)
        .flatMap(frame -> lab.attempt(frame).stream())
        .map(found -> fewer.shrink(found, lab))
        .filter(found -> cost.of(found) < cost.of(sample))
        .findFirst()
        .orElse(sample);
  }

  /**
   * The scenario in calm networks, the calmest first: in the usual one, in which only long delays
   * matter, and in one as fast as the fastest message, which the faults make the very same as the
   * noisy one.
   */
  private Stream<Scenario> frames(Scenario scenario, Chronicle chronicle) {
    long fastest = chronicle.messages().stream().mapToLong(Message::travel).min().orElse(0);
    return Stream.concat(
            PATIENCE.stream()
                .map(patience -> explicit(scenario, chronicle, CALM_NANOS, patience.toNanos())),
            Stream.of(explicit(scenario, chronicle, fastest, 0)))
        .flatMap(Optional::stream);
  }

  private Optional<Scenario> explicit(
      Scenario scenario, Chronicle chronicle, long latency, long patience) {
    List<FaultAction> faults = faults(chronicle, latency, patience);
    if (faults.size() > MOST_FAULTS) {
      return Optional.empty();
    }
    faults.addAll(Parts.actions(scenario));
    Scenario calm = Settings.withoutServiceTime(Parts.withActions(scenario, faults));
    return Optional.of(
        calm.edited(
            draft -> draft.network = Worlds.steady(defaults.network(), Duration.ofNanos(latency))));
  }

  private static List<FaultAction> faults(Chronicle chronicle, long latency, long patience) {
    List<FaultAction> faults = new ArrayList<>();
    for (Message message : chronicle.messages()) {
      if (!message.from().equals(message.to())) {
        fate(message, latency, patience)
            .ifPresent(fate -> faults.add(fault(message, fate, faults.size())));
      }
    }
    return faults;
  }

  private static FaultAction fault(Message message, Fate fate, int number) {
    Effect effect =
        new Effect.MessageFault(
            fate, List.of(message.from()), List.of(message.to()), Optional.of(message.type()), 1);
    Anchor sent = new Anchor.At(Duration.ofNanos(message.time()));
    return new FaultAction("message-" + number, sent, Optional.empty(), effect);
  }

  /** One that reached nobody may as well be lost from the start. */
  private static Optional<Fate> fate(Message message, long latency, long patience) {
    List<Long> arrivals = message.arrivals();
    if (arrivals.isEmpty()) {
      return Optional.of(new Fate.Drop());
    }
    if (arrivals.size() > 1) {
      return Optional.of(new Fate.Duplicate(Duration.ofNanos(arrivals.get(1) - arrivals.get(0))));
    }
    long late = arrivals.get(0) - message.time() - latency;
    return late > patience ? Optional.of(new Fate.Delay(Duration.ofNanos(late))) : Optional.empty();
  }
}
