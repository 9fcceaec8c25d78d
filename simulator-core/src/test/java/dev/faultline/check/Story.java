package dev.faultline.check;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a history of a key-value store, one line for each operation; times in seconds. */
final class Story {
  private final List<Operation> operations = new ArrayList<>();

  Story got(String client, String key, String value, double from, double to) {
    return ok(
        client,
        new KvOperation.Get(key),
        new KvResult.Found(value.isEmpty() ? Optional.empty() : Optional.of(value)),
        from,
        to);
  }

  Story put(String client, String key, String value, double from, double to) {
    return ok(client, new KvOperation.Put(key, value), new KvResult.Written(), from, to);
  }

  Story appended(String client, String key, String value, double from, double to) {
    return ok(client, new KvOperation.Append(key, value), new KvResult.Written(), from, to);
  }

  Story swapped(
      String client,
      String key,
      String expected,
      String value,
      boolean matched,
      double from,
      double to) {
    return ok(
        client,
        new KvOperation.CompareAndSet(key, expected, value),
        new KvResult.Swapped(matched),
        from,
        to);
  }

  Story failed(String client, KvOperation operation, double from, double to) {
    return add(client, operation, new Outcome.Failed<>("no"), from, to);
  }

  Story unknown(String client, KvOperation operation, double from) {
    return add(client, operation, new Outcome.Unknown<>(), from, from + 1);
  }

  private Story ok(String client, KvOperation operation, KvResult result, double from, double to) {
    return add(client, operation, new Outcome.Ok<>(result), from, to);
  }

  private Story add(
      String client, KvOperation operation, Outcome<?> outcome, double from, double to) {
    operations.add(
        new Operation(
            operations.size(),
            NodeId.of(client),
            Long.parseLong(client.substring(1)),
            (Record) operation,
            outcome,
            nanos(from),
            nanos(from),
            nanos(to)));
    return this;
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  List<Operation> list() {
    return List.copyOf(operations);
  }
}
