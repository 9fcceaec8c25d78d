package dev.faultline.campaign.shrink;

import dev.faultline.random.Distribution;
import dev.faultline.random.KeyedRandom;
import dev.faultline.scenario.NetworkSection;
import dev.faultline.scenario.Scenario;
import java.time.Duration;
import java.util.List;

/** Draws worlds that are no noisier than the one of a scenario. */
final class Worlds {
  private static final Duration FASTEST = Duration.ofMillis(1);

  /** As long as messages may travel when two servers are to act before they hear of each other. */
  private static final Duration SLOWEST = Duration.ofMillis(30);

  private final Settings settings;

  Worlds(Settings settings) {
    this.settings = settings;
  }

  /** The scenario in another world: most often in a plain one, or in its own but for one thing. */
  Scenario drawn(Scenario scenario, KeyedRandom random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> settings.plain(scenario);
      case 2 -> withLatency(settings.plain(scenario), random);
      case 3 -> withLatency(withConfig(settings.plain(scenario), scenario), random);
      case 4 -> scenario;
      default -> Pick.of(simpler(scenario), random);
    };
  }

  private List<Scenario> simpler(Scenario scenario) {
    List<Scenario> simpler = settings.simpler(scenario);
    return simpler.isEmpty() ? List.of(scenario) : simpler;
  }

  /** All messages take the same time, often the usual one. */
  private static Scenario withLatency(Scenario scenario, KeyedRandom random) {
    if (random.nextInt(4) == 0) {
      return scenario;
    }
    Duration latency = Pick.length(FASTEST, SLOWEST, random);
    return scenario.edited(draft -> draft.network = steady(scenario.network(), latency));
  }

  /** The same network, in which all messages take the same time. */
  static NetworkSection steady(NetworkSection network, Duration latency) {
    return new NetworkSection(
        new Distribution.Constant(latency),
        network.loss(),
        network.duplicate(),
        network.corrupt(),
        network.burst(),
        network.fifo(),
        network.checksums(),
        network.links());
  }

  private static Scenario withConfig(Scenario scenario, Scenario origin) {
    return Settings.withConfig(scenario, origin.system().config());
  }
}
