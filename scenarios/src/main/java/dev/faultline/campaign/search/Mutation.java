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
  /** What can be changed. */
  private enum Change {
    /** All luck: the same system in the same world, as another seed has it. */
    SEED,
    /** The luck from some moment on. */
    FUTURE,
    NETWORK,
    DISK,
    CLOCKS,
    FAULTS
  }

  /** These change nothing that names nodes. */
  private static final List<Change> OF_ANY = List.of(Change.SEED, Change.FUTURE);

  private static final List<Change> OF_EQUALS = List.of(Change.values());

  private Mutation() {}

  /**
   * A scenario that differs from its parent in one respect.
   *
   * @param other lends its seed; or another part, when it has the same servers and as many clients
   */
  static Scenario of(Scenario parent, Scenario other, KeyedRandom random) {
    List<Change> changes = haveSameNodes(parent, other) ? OF_EQUALS : OF_ANY;
    Change change = changes.get(random.nextInt(changes.size()));
    return parent.edited(draft -> {
      switch (change) {
        case SEED -> {
          draft.seed = other.seed();
          draft.chance = Optional.empty();
        }
        case FUTURE -> draft.chance = Optional.of(otherFuture(parent, random));
        case NETWORK -> draft.network = other.network();
        case DISK -> draft.disk = other.disk();
        case CLOCKS -> draft.clocks = other.clocks();
        case FAULTS -> {
          // Faults begin before the end, so they bring theirs.
          draft.duration = other.duration();
          draft.faults = other.faults();
        }
      }
    });
  }

  private static boolean haveSameNodes(Scenario one, Scenario other) {
    return one.system().nodes().equals(other.system().nodes()) && clients(one) == clients(other);
  }

  private static int clients(Scenario scenario) {
    return scenario.workload().map(WorkloadSettings::clients).orElse(0);
  }

  /** Salts from later moments on are of no more use: what they changed is another future now. */
  private static Chance otherFuture(Scenario parent, KeyedRandom random) {
    Chance chance = parent.chance().orElse(Chance.PLAIN);
    Duration from = Duration.ofNanos(random.nextLong(parent.duration().toNanos()));
    Stream<Salt> earlier = chance.salts().stream().filter(salt -> salt.from().compareTo(from) < 0);
    List<Salt> salts =
        Stream.concat(earlier, Stream.of(new Salt(from, random.nextLong()))).toList();
    return new Chance(salts, chance.priorities());
  }
}
