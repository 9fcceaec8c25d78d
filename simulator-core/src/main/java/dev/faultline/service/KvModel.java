package dev.faultline.service;

import dev.faultline.check.Model;
import dev.faultline.service.KvOperation.Append;
import dev.faultline.service.KvOperation.CompareAndSet;
import dev.faultline.service.KvOperation.Get;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.service.KvResult.Found;
import dev.faultline.service.KvResult.Swapped;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What one copy of a key-value store does. Keys do not affect each other, so the state is the value
 * of one key: empty while it is absent.
 */
public final class KvModel implements Model<Optional<String>, KvOperation, KvResult> {
  @Override
  public Optional<String> initial() {
    return Optional.empty();
  }

  @Override
  public Optional<Optional<String>> step(
      Optional<String> state, KvOperation operation, KvResult result) {
    boolean possible =
        switch (operation) {
          case Get get -> result.equals(new Found(state));
          case Put put -> result instanceof KvResult.Written;
          case Append append -> result instanceof KvResult.Written;
          case CompareAndSet cas -> result.equals(new Swapped(matches(state, cas)));
        };
    return possible ? Optional.of(stepUnseen(state, operation)) : Optional.empty();
  }

  @Override
  public Optional<String> stepUnseen(Optional<String> state, KvOperation operation) {
    return switch (operation) {
      case Get get -> state;
      case Put put -> Optional.of(put.value());
      case Append append -> Optional.of(state.orElse("") + append.value());
      case CompareAndSet cas -> matches(state, cas) ? Optional.of(cas.value()) : state;
    };
  }

  @Override
  public Object partition(KvOperation operation) {
    return operation.key();
  }

  @Override
  public Optional<Optional<String>> needs(KvOperation operation, KvResult result) {
    return switch (result) {
      case Found(Optional<String> value) -> Optional.of(value);
      case Swapped(boolean matched) when matched && operation instanceof CompareAndSet cas ->
          Optional.of(Optional.of(cas.expected()));
      case Swapped swapped -> Optional.empty();
      case KvResult.Written written -> Optional.empty();
    };
  }

  @Override
  public Effect<Optional<String>> effect(KvOperation operation, Optional<KvResult> result) {
    return switch (operation) {
      case Get get -> new Effect.Nothing<>();
      case Put put -> new Effect.Leaves<>(Optional.of(put.value()));
      case Append append ->
          new Effect.Varies<>(
              state -> state.isPresent() && state.get().endsWith(append.value()),
              state -> shorter(state, append.value()));
      case CompareAndSet cas ->
          result.isEmpty()
              ? new Effect.MayLeave<>(
                  Optional.of(cas.value()), Optional.of(Optional.of(cas.expected())))
              : matched(result.get())
                  ? new Effect.Leaves<>(Optional.of(cas.value()))
                  : new Effect.Nothing<>();
    };
  }

  /** What an append found; unless it may have found either nothing or an empty value. */
  private static Optional<Optional<String>> shorter(Optional<String> state, String end) {
    int length = state.orElse("").length() - end.length();
    return length > 0
        ? Optional.of(Optional.of(state.orElse("").substring(0, length)))
        : Optional.empty();
  }

  /**
   * Values that no get found and no compare-and-set asked for, and that do not begin one which did:
   * appends could turn them into it.
   */
  @Override
  public Predicate<Optional<String>> indistinct(List<Seen<KvOperation, KvResult>> history) {
    NavigableSet<String> asked = new TreeSet<>();
    boolean appends = false;
    for (Seen<KvOperation, KvResult> seen : history) {
      appends |= seen.operation() instanceof Append;
      if (seen.operation() instanceof CompareAndSet cas) {
        asked.add(cas.expected());
      } else if (seen.result().orElse(null) instanceof Found(Optional<String> value)) {
        value.ifPresent(asked::add);
      }
    }
    return appends
        ? state -> state.isPresent() && !beginsOne(asked, state.get())
        : state -> state.isPresent() && !asked.contains(state.get());
  }

  private static boolean beginsOne(NavigableSet<String> texts, String start) {
    String next = texts.ceiling(start);
    return next != null && next.startsWith(start);
  }

  @Override
  public String describe(KvOperation operation, Optional<KvResult> result) {
    return switch (operation) {
      case Get get ->
          result.orElse(null) instanceof Found(Optional<String> value)
              ? "got " + get.key() + Words.value(value)
              : "asked for " + get.key();
      case Put put -> "put " + put.key() + Words.value(put.value());
      case Append append -> "appended " + Words.shorten(append.value()) + " to " + append.key();
      case CompareAndSet cas ->
          Words.compareAndSet(cas.key(), cas.expected(), cas.value(), result.map(KvModel::matched));
    };
  }

  private static boolean matched(KvResult result) {
    return result instanceof Swapped(boolean matched) && matched;
  }

  private static boolean matches(Optional<String> state, CompareAndSet cas) {
    return state.isPresent() && state.get().equals(cas.expected());
  }
}
