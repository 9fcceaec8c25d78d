package dev.faultline.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.check.Model;
import dev.faultline.check.Model.Effect;
import dev.faultline.check.Model.Seen;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the models tell a history checker in advance agrees with what they do. */
class HintsProperties {
  @Property
  @Label("kv: what an operation needs, and how it changes the state")
  void kv(
      @ForAll("states") Optional<String> state,
      @ForAll("kvOperations") KvOperation operation,
      @ForAll("kvResults") KvResult result) {
    agrees(new KvModel(), state, operation, result);
  }

  @Property
  @Label("register: what an operation needs, and how it changes the state")
  void register(
      @ForAll("states") Optional<String> state,
      @ForAll("registerOperations") RegisterOperation operation,
      @ForAll("registerResults") RegisterResult result) {
    agrees(new RegisterModel(), state, operation, result);
  }

  private static <O, R> void agrees(
      Model<Optional<String>, O, R> model, Optional<String> state, O operation, R result) {
    Optional<Optional<String>> after = model.step(state, operation, result);
    if (after.isPresent()) {
      model.needs(operation, result).ifPresent(needed -> assertThat(state).isEqualTo(needed));
      agrees(model.effect(operation, Optional.of(result)), state, after.get());
    }
    agrees(model.effect(operation, Optional.empty()), state, model.stepUnseen(state, operation));
  }

  private static void agrees(
      Effect<Optional<String>> effect, Optional<String> before, Optional<String> after) {
    switch (effect) {
      case Effect.Nothing<Optional<String>> nothing -> assertThat(after).isEqualTo(before);
      case Effect.Leaves<Optional<String>>(Optional<String> left) ->
          assertThat(after).isEqualTo(left);
      case Effect.MayLeave<Optional<String>>(
              Optional<String> left,
              Optional<Optional<String>> from) -> {
        if (!after.equals(before)) {
          assertThat(after).isEqualTo(left);
          assertThat(from.orElse(before)).isEqualTo(before);
        }
      }
      case Effect.Varies<Optional<String>> varies -> {
        if (!after.equals(before)) {
          assertThat(varies.mayLeave().test(after)).isTrue();
          assertThat(varies.from().apply(after).orElse(before)).isEqualTo(before);
        }
      }
    }
  }

  @Property
  @Label("kv: nobody in the history can tell indistinct states apart")
  void indistinct(
      @ForAll("kvHistories") List<Seen<KvOperation, KvResult>> history,
      @ForAll("states") Optional<String> one,
      @ForAll("states") Optional<String> other) {
    KvModel model = new KvModel();
    assertAlike(model, history, model.indistinct(history), one, other);
  }

  @Property
  @Label("register: nobody in the history can tell indistinct states apart")
  void indistinctValues(
      @ForAll("registerHistories") List<Seen<RegisterOperation, RegisterResult>> history,
      @ForAll("states") Optional<String> one,
      @ForAll("states") Optional<String> other) {
    RegisterModel model = new RegisterModel();
    assertAlike(model, history, model.indistinct(history), one, other);
  }

  private static <O, R> void assertAlike(
      Model<Optional<String>, O, R> model,
      List<Seen<O, R>> history,
      Predicate<Optional<String>> indistinct,
      Optional<String> one,
      Optional<String> other) {
    if (!indistinct.test(one) || !indistinct.test(other)) {
      return;
    }
    for (Seen<O, R> seen : history) {
      Optional<Optional<String>> ofOne = after(model, one, seen);
      Optional<Optional<String>> ofOther = after(model, other, seen);
      assertThat(ofOne.isPresent()).isEqualTo(ofOther.isPresent());
      if (ofOne.isPresent() && !ofOne.equals(ofOther)) {
        assertThat(indistinct.test(ofOne.get()) && indistinct.test(ofOther.get())).isTrue();
      }
    }
  }

  private static <O, R> Optional<Optional<String>> after(
      Model<Optional<String>, O, R> model, Optional<String> state, Seen<O, R> seen) {
    return seen.result().isPresent()
        ? model.step(state, seen.operation(), seen.result().get())
        : Optional.of(model.stepUnseen(state, seen.operation()));
  }

  @Provide
  Arbitrary<Optional<String>> states() {
    return texts().optional(0.85);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of("", "a", "b", "ab", "ba", "aba", "c");
  }

  @Provide
  Arbitrary<KvOperation> kvOperations() {
    Arbitrary<String> texts = texts();
    return Arbitraries.oneOf(
        Arbitraries.just(new KvOperation.Get("k")),
        texts.map(value -> new KvOperation.Put("k", value)),
        texts.map(value -> new KvOperation.Append("k", value)),
        Combinators.combine(texts, texts)
            .as((expected, value) -> new KvOperation.CompareAndSet("k", expected, value)));
  }

  @Provide
  Arbitrary<KvResult> kvResults() {
    return Arbitraries.oneOf(
        Arbitraries.just(new KvResult.Written()),
        Arbitraries.of(true, false).map(KvResult.Swapped::new),
        states().map(KvResult.Found::new));
  }

  @Provide
  Arbitrary<List<Seen<KvOperation, KvResult>>> kvHistories() {
    return Combinators.combine(kvOperations(), kvResults().optional(0.8))
        .as((operation, result) -> new Seen<KvOperation, KvResult>(operation, result))
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<RegisterOperation> registerOperations() {
    Arbitrary<String> texts = texts();
    return Arbitraries.oneOf(
        Arbitraries.just(new RegisterOperation.Read()),
        texts.map(RegisterOperation.Write::new),
        Combinators.combine(texts, texts).as(RegisterOperation.CompareAndSet::new));
  }

  @Provide
  Arbitrary<RegisterResult> registerResults() {
    return Arbitraries.oneOf(
        Arbitraries.just(new RegisterResult.Written()),
        Arbitraries.of(true, false).map(RegisterResult.Swapped::new),
        states().map(RegisterResult.Found::new));
  }

  @Provide
  Arbitrary<List<Seen<RegisterOperation, RegisterResult>>> registerHistories() {
    return Combinators.combine(registerOperations(), registerResults().optional(0.8))
        .as((operation, result) -> new Seen<RegisterOperation, RegisterResult>(operation, result))
        .list()
        .ofMaxSize(4);
  }
}
