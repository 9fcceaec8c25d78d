package dev.faultline.campaign.shrink;

import dev.faultline.campaign.shrink.Chronicle.Message;
import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.Effect.Fate;
import dev.faultline.fault.FaultAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Loses every message whose loss leaves the same violation: what is left has to happen. The last
 * messages go first, because their loss changes the least.
 */
final class Deliveries {
  /** The ids of the faults that lose them. */
  static final String LOST = "not-needed-";

  /** Times in messages differ from run to run. */
  private static final Pattern TIMES = Pattern.compile("[0-9.]+(ns|us|ms|s)\\b");

  private final Lab lab;
  private final String violation;

  /** Messages without which the violation was another one, since the last that was lost. */
  private final Set<Key> needed = new HashSet<>();

  private Sample fewest;
  private Story story;

  private record Key(String from, String to, String type, long sent) {
    static Key of(Message message) {
      return new Key(message.from().name(), message.to().name(), message.type(), message.time());
    }
  }

  private Deliveries(Sample sample, Lab lab) {
    this.lab = lab;
    this.violation = withoutTimes(sample);
    this.fewest = sample;
    this.story = Story.of(sample, lab);
  }

  /** What has to happen in the run of a sample. */
  static Story needed(Sample sample, Lab lab) {
    Deliveries deliveries = new Deliveries(sample, lab);
    boolean lost = true;
    while (lost && !lab.isSpent()) {
      lost = deliveries.loseOneByOne();
    }
    return deliveries.story;
  }

  private boolean loseOneByOne() {
    needed.clear();
    boolean any = false;
    Optional<Message> next = next();
    while (next.isPresent() && !lab.isSpent()) {
      if (lose(next.get())) {
        any = true;
      } else {
        needed.add(Key.of(next.get()));
      }
      next = next();
    }
    return any;
  }

  private Optional<Message> next() {
    List<Message> delivered = story.deliveries();
    return delivered.reversed().stream()
        .filter(message -> !needed.contains(Key.of(message)))
        .findFirst();
  }

  private boolean lose(Message message) {
    List<FaultAction> actions = new ArrayList<>(Parts.actions(fewest.scenario()));
    actions.add(loss(message, actions.size()));
    Optional<Sample> same =
        lab.attempt(Parts.withActions(fewest.scenario(), actions))
            .filter(other -> withoutTimes(other).equals(violation));
    Optional<Story> shorter =
        same.map(other -> Story.of(other, lab))
            .filter(other -> other.steps().size() < story.steps().size());
    if (shorter.isPresent()) {
      fewest = same.get();
      story = shorter.get();
    }
    return shorter.isPresent();
  }

  private static FaultAction loss(Message message, int number) {
    Effect effect =
        new Effect.MessageFault(
            new Fate.Drop(),
            List.of(message.from()),
            List.of(message.to()),
            Optional.of(message.type()),
            1);
    Anchor sent = new Anchor.At(Duration.ofNanos(message.time()));
    return new FaultAction(LOST + number, sent, Optional.empty(), effect);
  }

  private static String withoutTimes(Sample sample) {
    return TIMES.matcher(sample.violation().message()).replaceAll("");
  }
}
