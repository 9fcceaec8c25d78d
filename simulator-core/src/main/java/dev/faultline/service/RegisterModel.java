package dev.faultline.service;

import dev.faultline.check.Model;
import dev.faultline.service.RegisterOperation.CompareAndSet;
import dev.faultline.service.RegisterOperation.Read;
import dev.faultline.service.RegisterOperation.Write;
import dev.faultline.service.RegisterResult.Found;
import dev.faultline.service.RegisterResult.Swapped;
import java.util.Optional;

/** What one register does. The state is its value: empty until it is first written. */
public final class RegisterModel
    implements Model<Optional<String>, RegisterOperation, RegisterResult> {
  private static final String ONLY = "register";

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

  private static boolean matches(Optional<String> state, CompareAndSet cas) {
    return state.isPresent() && state.get().equals(cas.expected());
  }
}
