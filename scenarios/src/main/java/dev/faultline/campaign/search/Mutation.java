package dev.faultline.campaign.search;

import dev.faultline.random.Chance;
import dev.faultline.random.Chance.Salt;
import dev.faultline.random.KeyedRandom;
import dev.faultline.scenario.Scenario;
import dev.faultline.workload.WorkloadSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes a scenario in one respect. */
final class Mutation {
  /** The parts that can be exchanged between scenarios with the same nodes. */
  private enum Part {
    NETWORK,
    DISK,
    CLOCKS,
    FAULTS
  }

  private Mutation() {}

  /**
   * A scenario that differs from its parent in one respect.
   *
   * @param other lends a part, when it has the same servers and as many clients
   */
  static Scenario of(Scenario parent, Scenario other, KeyedRandom random) {
    return haveSameNodes(parent, other) && random.nextBoolean()
        ? withPartOf(parent, other, random)
        : withOtherFuture(parent, random);
  }

  private static boolean haveSameNodes(Scenario one, Scenario other) {
    return one.system().nodes().equals(other.system().nodes()) && clients(one) == clients(other);
  }

  private static int clients(Scenario scenario) {
    return scenario.workload().map(WorkloadSettings::clients).orElse(0);
  }

  private static Scenario withPartOf(Scenario parent, Scenario other, KeyedRandom random) {
    Part part = Part.values()[random.nextInt(Part.values().length)];
    return parent.edited(draft -> {
      switch (part) {
        case NETWORK -> draft.network = other.network();
        case DISK -> draft.disk = other.disk();
        case CLOCKS -> draft.clocks = other.clocks();
        case FAULTS -> draft.faults = other.faults();
      }
    });
  }

  /** Salts from later moments on are of no more use: what they changed is another future now. */
  private static Scenario withOtherFuture(Scenario parent, KeyedRandom random) {
    Chance chance = parent.chance().orElse(Chance.PLAIN);
    Salt salt =
        new Salt(Duration.ofNanos(random.nextLong(parent.duration().toNanos())), random.nextLong());
    List<Salt> salts =
        Stream.concat(
                chance.salts().stream()
                    .filter(earlier -> earlier.from().compareTo(salt.from()) < 0),
                Stream.of(salt))
            .toList();
    return parent.edited(
        draft -> draft.chance = Optional.of(new Chance(salts, chance.priorities())));
  }
}
