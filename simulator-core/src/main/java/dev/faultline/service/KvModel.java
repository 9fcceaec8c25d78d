package dev.faultline.service;

import dev.faultline.check.Model;
import dev.faultline.service.KvOperation.Append;
import dev.faultline.service.KvOperation.CompareAndSet;
import dev.faultline.service.KvOperation.Get;
import dev.faultline.service.KvOperation.Put;
import dev.faultline.service.KvResult.Found;
import dev.faultline.service.KvResult.Swapped;
import java.util.Optional;

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

  private static boolean matches(Optional<String> state, CompareAndSet cas) {
    return state.isPresent() && state.get().equals(cas.expected());
  }
}
