package dev.faultline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Linearizability.Report;
import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.service.KvModel;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.service.RegisterModel;
import dev.faultline.service.RegisterOperation;
import dev.faultline.service.RegisterResult;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

class LinearizabilityProperties {
  /** What an operation did, how long after its client's last one it began, and how long it took. */
  record Piece(int client, int pause, int length, Record operation, Outcome<?> outcome) {
    Piece writing(String value) {
      KvOperation other =
          switch ((KvOperation) operation) {
            case KvOperation.Get get -> get;
            case KvOperation.Put put -> new KvOperation.Put(put.key(), value);
            case KvOperation.Append append -> new KvOperation.Append(append.key(), value);
            case KvOperation.CompareAndSet cas ->
                new KvOperation.CompareAndSet(cas.key(), cas.expected(), value);
          };
      return new Piece(client, pause, length, (Record) other, outcome);
    }
  }

  @Property(tries = 10_000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  @Label("a history of one key is judged as by trying every order")
  void kv(@ForAll("kvHistories") List<Operation> history) {
    compare(new KvModel(), history);
  }

  @Property(tries = 5_000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  @Label("a history of a register is judged as by trying every order")
  void register(@ForAll("registerHistories") List<Operation> history) {
    compare(new RegisterModel(), history);
    // Here a write can bring the initial state back.
    compare(new PublishedModels.StartedRegister("a"), history);
  }

  @Property(tries = 10_000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  @Label("a history in which every value is written once is judged as by trying every order")
  void uniqueValues(@ForAll("uniqueHistories") List<Operation> history) {
    compare(new KvModel(), history);
  }

  @Property(tries = 3_000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  @Label("a model that gives no hints gets the same verdict")
  void withoutHints(@ForAll("kvHistories") List<Operation> history) {
    compare(new Plain<>(new KvModel()), history);
  }

  private static <S, O, R> void compare(Model<S, O, R> model, List<Operation> history) {
    boolean expected = new BruteForce<>(model).accepts(history);
    Report report = new Linearizability<>(model).check(history);
    Statistics.collect(report.verdict());
    Statistics.coverage(coverage ->
        coverage.check(Verdict.VIOLATION).percentage(share -> share > 20 && share < 80));
    assertThat(report.verdict()).isEqualTo(expected ? Verdict.PASS : Verdict.VIOLATION);
    report.counterexample().ifPresent(found -> assertPlausible(model, history, found));
  }

  /** The prefix alone is linearizable, the culprits alone are not. */
  private static <S, O, R> void assertPlausible(
      Model<S, O, R> model, List<Operation> history, Linearizability.Counterexample found) {
    BruteForce<S, O, R> judge = new BruteForce<>(model);
    assertThat(history).contains(found.unplaced()).containsAll(found.culprits());
    assertThat(found.prefix()).doesNotContain(found.unplaced());
    assertThat(judge.accepts(found.prefix())).isTrue();
    if (!found.message().startsWith("no order explains")) {
      assertThat(judge.accepts(found.culprits())).as(found.message()).isFalse();
    }
    assertThat(judge.accepts(until(history, found.unplaced()))).isFalse();
    assertThat(judge.accepts(before(history, found.unplaced()))).isTrue();
  }

  private static List<Operation> until(List<Operation> history, Operation last) {
    return part(history).until(last).effective();
  }

  private static List<Operation> before(List<Operation> history, Operation last) {
    List<Operation> completed = part(history).completed();
    int index = completed.indexOf(last);
    return index == 0 ? List.of() : until(history, completed.get(index - 1));
  }

  private static Part<?, ?, ?> part(List<Operation> history) {
    List<Operation> effective = new ArrayList<>(history);
    effective.removeIf(operation -> operation.outcome() instanceof Outcome.Failed);
    return new Part<>(new KvModel(), effective, List.of());
  }

  @Provide
  Arbitrary<List<Operation>> kvHistories() {
    Arbitrary<String> values = Arbitraries.of("a", "b", "c", "ab", "abc");
    Arbitrary<Optional<String>> found =
        Arbitraries.of("a", "b", "c", "ab", "bc", "abc", "cab").optional(0.8);
    Arbitrary<Piece> gets =
        pieces(Arbitraries.just(new KvOperation.Get("k")), found.map(KvResult.Found::new));
    Arbitrary<Piece> puts =
        pieces(
            values.map(value -> new KvOperation.Put("k", value)),
            Arbitraries.just(new KvResult.Written()));
    Arbitrary<Piece> appends =
        pieces(
            values.map(value -> new KvOperation.Append("k", value)),
            Arbitraries.just(new KvResult.Written()));
    Arbitrary<Piece> swaps =
        pieces(
            Combinators.combine(values, values)
                .as((expected, value) -> new KvOperation.CompareAndSet("k", expected, value)),
            Arbitraries.of(true, false).map(KvResult.Swapped::new));
    return Arbitraries.oneOf(gets, puts, appends, swaps, gets)
        .list()
        .ofMaxSize(7)
        .map(LinearizabilityProperties::history);
  }

  /** The i-th operation writes {@code vi}; others ask for such values, or find them. */
  @Provide
  Arbitrary<List<Operation>> uniqueHistories() {
    Arbitrary<String> asked = Arbitraries.of("v0", "v1", "v2", "v3", "v0v1", "v1v2", "v0v2");
    Arbitrary<Piece> gets =
        pieces(
            Arbitraries.just(new KvOperation.Get("k")),
            asked.optional(0.9).map(KvResult.Found::new));
    Arbitrary<Piece> writes =
        pieces(
            Arbitraries.of(new KvOperation.Put("k", ""), new KvOperation.Append("k", "")),
            Arbitraries.just(new KvResult.Written()));
    Arbitrary<Piece> swaps =
        pieces(
            asked.map(expected -> new KvOperation.CompareAndSet("k", expected, "")),
            Arbitraries.of(true, false).map(KvResult.Swapped::new));
    return Combinators.combine(
            Arbitraries.oneOf(writes, writes, swaps).list().ofMinSize(1).ofMaxSize(4),
            gets.list().ofMaxSize(4),
            Arbitraries.randomValue(random -> random.nextLong()))
        .as(LinearizabilityProperties::unique);
  }

  private static List<Operation> unique(List<Piece> writes, List<Piece> gets, long order) {
    List<Piece> all = new ArrayList<>(gets);
    for (int i = 0; i < writes.size(); i++) {
      all.add(writes.get(i).writing("v" + i));
    }
    Collections.shuffle(all, new Random(order));
    return history(all);
  }

  @Provide
  Arbitrary<List<Operation>> registerHistories() {
    Arbitrary<String> values = Arbitraries.of("a", "b", "c");
    Arbitrary<Piece> reads =
        pieces(
            Arbitraries.just(new RegisterOperation.Read()),
            values.optional(0.85).map(RegisterResult.Found::new));
    Arbitrary<Piece> writes =
        pieces(
            values.map(RegisterOperation.Write::new),
            Arbitraries.just(new RegisterResult.Written()));
    Arbitrary<Piece> swaps =
        pieces(
            Combinators.combine(values, values).as(RegisterOperation.CompareAndSet::new),
            Arbitraries.of(true, false).map(RegisterResult.Swapped::new));
    return Arbitraries.oneOf(reads, writes, swaps)
        .list()
        .ofMaxSize(8)
        .map(LinearizabilityProperties::history);
  }

  private static Arbitrary<Piece> pieces(
      Arbitrary<? extends Record> operations, Arbitrary<? extends Record> results) {
    Arbitrary<Outcome<?>> outcomes =
        Arbitraries.frequencyOf(
            Tuple.of(6, results.map(result -> new Outcome.Ok<>(result))),
            Tuple.of(2, Arbitraries.just(new Outcome.Unknown<>())),
            Tuple.of(1, Arbitraries.just(new Outcome.Failed<>("no"))));
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 4),
            operations,
            outcomes)
        .as(Piece::new);
  }

  /** Clients one after the other in time, each with a new process after an unknown outcome. */
  private static List<Operation> history(List<Piece> pieces) {
    long[] free = new long[5];
    long[] process = {0, 1, 2, 3, 4};
    List<Operation> operations = new ArrayList<>();
    for (Piece piece : pieces) {
      int client = piece.client();
      long begin = free[client] + piece.pause();
      long end = begin + piece.length();
      operations.add(
          new Operation(
              operations.size(),
              NodeId.of("c" + client),
              process[client],
              piece.operation(),
              piece.outcome(),
              begin,
              begin,
              end));
      free[client] = end;
      process[client] += piece.outcome() instanceof Outcome.Unknown ? 10 : 0;
    }
    operations.sort(Comparator.comparingLong(Operation::invoked).thenComparing(Operation::id));
    return operations;
  }

  /** A model with nothing but its meaning. */
  record Plain<S, O, R>(Model<S, O, R> model) implements Model<S, O, R> {
    @Override
    public S initial() {
      return model.initial();
    }

    @Override
    public Optional<S> step(S state, O operation, R result) {
      return model.step(state, operation, result);
    }

    @Override
    public S stepUnseen(S state, O operation) {
      return model.stepUnseen(state, operation);
    }

    @Override
    public Object partition(O operation) {
      return model.partition(operation);
    }
  }
}
