package dev.faultline.check;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.random.KeyedRandom;
import dev.faultline.service.KvModel;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Histories as a correct key-value store would produce them: each operation takes effect at one
 * moment between its beginning and its end.
 *
 * @param clients how many clients work at the same time
 * @param operations how many operations there are in all
 * @param keys how many keys, used in proportion to 1, 1/2, 1/3, …
 * @param unknownShare how many of 1000 operations have an unknown outcome
 */
record SyntheticHistory(long seed, int clients, int operations, int keys, int unknownShare) {
  private static final long MILLI = 1_000_000;

  private record Planned(
      long id, int client, KvOperation operation, long begin, long effect, long end, boolean seen) {
    boolean takesEffect() {
      return effect >= 0;
    }
  }

  List<Operation> list() {
    RandomGenerator random = new KeyedRandom(seed);
    List<Planned> plan = plan(random);
    Map<Long, KvResult> results = new TreeMap<>();
    Map<String, Optional<String>> store = new TreeMap<>();
    plan.stream()
        .filter(Planned::takesEffect)
        .sorted(Comparator.comparingLong(Planned::effect).thenComparingLong(Planned::id))
        .forEach(planned -> results.put(planned.id(), perform(store, planned.operation())));
    return plan.stream()
        .sorted(Comparator.comparingLong(Planned::begin).thenComparingLong(Planned::id))
        .map(planned -> operation(planned, results))
        .toList();
  }

  private static KvResult perform(Map<String, Optional<String>> store, KvOperation operation) {
    KvModel model = new KvModel();
    Optional<String> before = store.getOrDefault(operation.key(), Optional.empty());
    Optional<String> after = model.stepUnseen(before, operation);
    store.put(operation.key(), after);
    return switch (operation) {
      case KvOperation.Get get -> new KvResult.Found(before);
      case KvOperation.Put put -> new KvResult.Written();
      case KvOperation.Append append -> new KvResult.Written();
      case KvOperation.CompareAndSet cas ->
          new KvResult.Swapped(before.equals(Optional.of(cas.expected())));
    };
  }

  private static Operation operation(Planned planned, Map<Long, KvResult> results) {
    NodeId client = NodeId.of("c" + (planned.client() + 1));
    Outcome<?> outcome =
        planned.seen()
            ? new Outcome.Ok<>(results.get(planned.id()))
            : new Outcome.Unknown<KvResult>();
    // A client's process ends with an unknown outcome; one process for each operation would do too.
    return new Operation(
        planned.id(),
        client,
        planned.client(),
        (Record) planned.operation(),
        outcome,
        planned.begin(),
        planned.begin(),
        planned.end());
  }

  /** Every client works without a pause; its operations take 1 to 40 ms, lost ones a second. */
  private List<Planned> plan(RandomGenerator random) {
    List<Planned> plan = new ArrayList<>();
    long[] free = new long[clients];
    Map<String, String> written = new TreeMap<>();
    for (int i = 0; i < operations; i++) {
      int client = i % clients;
      String key = "k" + key(random);
      boolean seen = random.nextInt(1000) >= unknownShare;
      long begin = free[client];
      long taken = seen ? MILLI + random.nextLong(39 * MILLI) : 1000 * MILLI;
      long effect = begin + random.nextLong(taken);
      boolean lost = !seen && random.nextBoolean();
      KvOperation operation = draw(random, key, "c" + client + "-" + i, written);
      plan.add(new Planned(i, client, operation, begin, lost ? -1 : effect, begin + taken, seen));
      free[client] = begin + taken;
    }
    return plan;
  }

  private int key(RandomGenerator random) {
    double total = 0;
    for (int k = 1; k <= keys; k++) {
      total += 1.0 / k;
    }
    double drawn = random.nextDouble() * total;
    int key = 1;
    while (key < keys && drawn > 1.0 / key) {
      drawn -= 1.0 / key;
      key++;
    }
    return key;
  }

  private static KvOperation draw(
      RandomGenerator random, String key, String value, Map<String, String> written) {
    String expected = written.getOrDefault(key, "none");
    int kind = random.nextInt(100);
    if (kind < 60) {
      return new KvOperation.Get(key);
    }
    written.put(key, value);
    if (kind < 85) {
      return new KvOperation.Put(key, value);
    }
    return kind < 90
        ? new KvOperation.Append(key, value)
        : new KvOperation.CompareAndSet(key, expected, value);
  }
}
