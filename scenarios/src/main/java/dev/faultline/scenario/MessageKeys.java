package dev.faultline.scenario;

import dev.faultline.fault.Effect.Fate;
import dev.faultline.fault.Effect.Fate.Corrupt;
import dev.faultline.fault.Effect.Fate.Delay;
import dev.faultline.fault.Effect.Fate.Drop;
import dev.faultline.fault.Effect.Fate.Duplicate;
import dev.faultline.fault.Effect.MessageFault;
import dev.faultline.values.About;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys under faults of single messages, as scenarios write them. */
final class MessageKeys {
  private MessageKeys() {}

  /** Under {@code drop} and {@code corrupt}. */
  record Chosen(
      @About("Only messages of these senders, one or a list; all when left out.") List<NodeId> from,
      @About("Only messages to these receivers, one or a list; all when left out.") List<NodeId> to,
      @About("Only messages of this type, such as AppendEntries; all when left out.")
          Optional<String> message,
      @About("So many messages, then no more.") int count) {
    static Chosen of(MessageFault fault) {
      return new Chosen(fault.from(), fault.to(), fault.message(), fault.count());
    }

    MessageFault dropped() {
      return new MessageFault(new Drop(), from, to, message, count);
    }

    MessageFault corrupted() {
      return new MessageFault(new Corrupt(), from, to, message, count);
    }
  }

  /** Under {@code delay}. */
  record Delayed(
      @About("Only messages of these senders, one or a list; all when left out.") List<NodeId> from,
      @About("Only messages to these receivers, one or a list; all when left out.") List<NodeId> to,
      @About("Only messages of this type, such as AppendEntries; all when left out.")
          Optional<String> message,
      @About("So many messages, then no more.") int count,
      @About("How much longer they travel.") Duration by) {
    static Delayed of(MessageFault fault) {
      Duration by = fault.fate() instanceof Delay delay ? delay.by() : Duration.ZERO;
      return new Delayed(fault.from(), fault.to(), fault.message(), fault.count(), by);
    }

    MessageFault fault() {
      return new MessageFault(new Delay(by), from, to, message, count);
    }
  }

  /** Under {@code duplicate}. */
  record Doubled(
      @About("Only messages of these senders, one or a list; all when left out.") List<NodeId> from,
      @About("Only messages to these receivers, one or a list; all when left out.") List<NodeId> to,
      @About("Only messages of this type, such as AppendEntries; all when left out.")
          Optional<String> message,
      @About("So many messages, then no more.") int count,
      @About("How much later than the first the copy arrives.") Duration after) {
    static Doubled of(MessageFault fault) {
      Duration after =
          fault.fate() instanceof Duplicate duplicate ? duplicate.after() : Duration.ZERO;
      return new Doubled(fault.from(), fault.to(), fault.message(), fault.count(), after);
    }

    MessageFault fault() {
      return new MessageFault(new Duplicate(after), from, to, message, count);
    }
  }

  /** Is it a fault of single messages with a fate of this kind? */
  static boolean decides(Object effect, Class<? extends Fate> fate) {
    return effect instanceof MessageFault fault && fate.isInstance(fault.fate());
  }
}
