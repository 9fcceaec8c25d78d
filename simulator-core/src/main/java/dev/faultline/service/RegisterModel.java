package dev.faultline.service;

import dev.faultline.check.Model;
import dev.faultline.service.RegisterOperation.CompareAndSet;
import dev.faultline.service.RegisterOperation.Read;
import dev.faultline.service.RegisterOperation.Write;
import dev.faultline.service.RegisterResult.Found;
import dev.faultline.service.RegisterResult.Swapped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What one register does. The state is its value: empty until it is first written. */
public final class RegisterModel
    implements Model<Optional<String>, RegisterOperation, RegisterResult> {
  private static final String ONLY = "the register";

  @Override
  public Optional<String> initial() {
    return Optional.empty();
  }

  @Override
  public Optional<Optional<String>> step(
      Optional<String> state, RegisterOperation operation, RegisterResult result) {
    boolean possible =
        switch (operation) {
          case Read read -> result.equals(new Found(state));
          case Write write -> result instanceof RegisterResult.Written;
          case CompareAndSet cas -> result.equals(new Swapped(matches(state, cas)));
        };
    return possible ? Optional.of(stepUnseen(state, operation)) : Optional.empty();
  }

  @Override
  public Optional<String> stepUnseen(Optional<String> state, RegisterOperation operation) {
    return switch (operation) {
      case Read read -> state;
      case Write write -> Optional.of(write.value());
      case CompareAndSet cas -> matches(state, cas) ? Optional.of(cas.value()) : state;
    };
  }

  @Override
  public Object partition(RegisterOperation operation) {
    return ONLY;
  }

  @Override
  public Optional<Optional<String>> needs(RegisterOperation operation, RegisterResult result) {
    return switch (result) {
      case Found(Optional<String> value) -> Optional.of(value);
      case Swapped(boolean matched) when matched && operation instanceof CompareAndSet cas ->
          Optional.of(Optional.of(cas.expected()));
      case Swapped swapped -> Optional.empty();
      case RegisterResult.Written written -> Optional.empty();
    };
  }

  @Override
  public Effect<Optional<String>> effect(
      RegisterOperation operation, Optional<RegisterResult> result) {
    return switch (operation) {
      case Read read -> new Effect.Nothing<>();
      case Write write -> new Effect.Leaves<>(Optional.of(write.value()));
      case CompareAndSet cas ->
          result.isEmpty()
              ? new Effect.MayLeave<>(
                  Optional.of(cas.value()), Optional.of(Optional.of(cas.expected())))
              : matched(result.get())
                  ? new Effect.Leaves<>(Optional.of(cas.value()))
                  : new Effect.Nothing<>();
    };
  }

  /** Values that no read found and no compare-and-set asked for. */
  @Override
  public Predicate<Optional<String>> indistinct(
      List<Seen<RegisterOperation, RegisterResult>> history) {
    Set<String> asked = new HashSet<>();
    for (Seen<RegisterOperation, RegisterResult> seen : history) {
      if (seen.operation() instanceof CompareAndSet cas) {
        asked.add(cas.expected());
      } else if (seen.result().orElse(null) instanceof Found(Optional<String> value)) {
        value.ifPresent(asked::add);
      }
    }
    return state -> state.isPresent() && !asked.contains(state.get());
  }

  @Override
  public String describe(RegisterOperation operation, Optional<RegisterResult> result) {
    return switch (operation) {
      case Read read ->
          result.orElse(null) instanceof Found(Optional<String> value)
              ? "read " + ONLY + Words.value(value)
              : "asked for " + ONLY;
      case Write write -> "wrote " + ONLY + Words.value(write.value());
      case CompareAndSet cas ->
          Words.compareAndSet(
              ONLY, cas.expected(), cas.value(), result.map(RegisterModel::matched));
    };
  }

  private static boolean matched(RegisterResult result) {
    return result instanceof Swapped(boolean matched) && matched;
  }

  private static boolean matches(Optional<String> state, CompareAndSet cas) {
    return state.isPresent() && state.get().equals(cas.expected());
  }
}
