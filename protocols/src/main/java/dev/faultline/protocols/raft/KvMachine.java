package dev.faultline.protocols.raft;

import dev.faultline.protocols.raft.Command.Write;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvOperation.Append;
import dev.faultline.service.KvOperation.CompareAndSet;
import dev.faultline.service.KvOperation.Get;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.service.KvResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The replicated state machine: keys with values, and for each session the last command that it
 * executed, so that a command which a client sent twice is executed once (dissertation, section
 * 6.3).
 */
final class KvMachine {
  private static final KvResult WRITTEN = new KvResult.Written();

  private final RaftRules rules;

  /**
   * Builders, because values that are appended to grow, and each restart appends all of it again.
   */
  private final Map<String, StringBuilder> values = new HashMap<>();

  private final Map<Session, Executed> lastExecuted = new HashMap<>();

  KvMachine(RaftRules rules) {
    this.rules = rules;
  }

  /**
   * A command that took effect.
   *
   * @param sequence its number in its session
   * @param index where in the log it did
   */
  record Executed(long sequence, long index, KvResult result) {}

  /**
   * Executes a command, unless its session has executed it or a later one.
   *
   * @return how the command took effect, now or before; null when a later command overtook it
   */
  @Nullable Executed apply(long index, Write write) {
    Executed last = lastExecuted.get(write.session());
    if (last != null && rules.isDuplicate(last.sequence(), write.sequence())) {
      return executed(write.session(), write.sequence());
    }
    Executed executed = new Executed(write.sequence(), index, execute(write.operation()));
    lastExecuted.put(write.session(), executed);
    return executed;
  }

  /** How a command took effect; null when it did not, or when a later one of its session did. */
  @Nullable Executed executed(Session session, long sequence) {
    Executed last = lastExecuted.get(session);
    boolean isLast =
        last != null && last.sequence() == sequence && rules.isDuplicate(last.sequence(), sequence);
    return isLast ? last : null;
  }

  /** Performs an operation; a get changes nothing and needs no place in the log. */
  KvResult execute(KvOperation operation) {
    return switch (operation) {
      case Get get ->
          new KvResult.Found(
              Optional.ofNullable(values.get(get.key())).map(StringBuilder::toString));
      case Put put -> put(put.key(), put.value());
      case Append append -> append(append.key(), append.value());
      case CompareAndSet swap -> new KvResult.Swapped(swap(swap));
    };
  }

  private KvResult put(String key, String value) {
    values.put(key, new StringBuilder(value));
    return WRITTEN;
  }

  private KvResult append(String key, String value) {
    values.computeIfAbsent(key, absent -> new StringBuilder()).append(value);
    return WRITTEN;
  }

  private boolean swap(CompareAndSet swap) {
    StringBuilder value = values.get(swap.key());
    boolean matches = value != null && swap.expected().contentEquals(value);
    if (matches) {
      put(swap.key(), swap.value());
    }
    return matches;
  }
}
