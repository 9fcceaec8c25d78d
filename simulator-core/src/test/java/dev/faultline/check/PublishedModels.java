package dev.faultline.check;

import dev.faultline.service.KvModel;
import dev.faultline.service.KvOperation;
import dev.faultline.service.KvResult;
import dev.faultline.service.RegisterModel;
import dev.faultline.service.RegisterOperation;
import dev.faultline.service.RegisterResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Models of published histories that are not among the services. */
final class PublishedModels {
  private PublishedModels() {}

  /** A register that holds a value from the beginning. */
  record StartedRegister(String start)
      implements Model<Optional<String>, RegisterOperation, RegisterResult> {
    private static final RegisterModel REGISTER = new RegisterModel();

    @Override
    public Optional<String> initial() {
      return Optional.of(start);
    }

    @Override
    public Optional<Optional<String>> step(
        Optional<String> state, RegisterOperation operation, RegisterResult result) {
      return REGISTER.step(state, operation, result);
    }

    @Override
    public Optional<String> stepUnseen(Optional<String> state, RegisterOperation operation) {
      return REGISTER.stepUnseen(state, operation);
    }

    @Override
    public Object partition(RegisterOperation operation) {
      return REGISTER.partition(operation);
    }

    @Override
    public Optional<Optional<String>> needs(RegisterOperation operation, RegisterResult result) {
      return REGISTER.needs(operation, result);
    }

    @Override
    public Effect<Optional<String>> effect(
        RegisterOperation operation, Optional<RegisterResult> result) {
      return REGISTER.effect(operation, result);
    }
  }

  /** All keys of a store at once. */
  record WholeMap() implements Model<Map<String, String>, KvOperation, KvResult> {
    private static final KvModel ONE_KEY = new KvModel();

    @Override
    public Map<String, String> initial() {
      return Map.of();
    }

    @Override
    public Optional<Map<String, String>> step(
        Map<String, String> state, KvOperation operation, KvResult result) {
      Optional<String> value = Optional.ofNullable(state.get(operation.key()));
      return ONE_KEY
          .step(value, operation, result)
          .map(next -> next.equals(value) ? state : with(state, operation.key(), next));
    }

    @Override
    public Map<String, String> stepUnseen(Map<String, String> state, KvOperation operation) {
      Optional<String> value = Optional.ofNullable(state.get(operation.key()));
      return with(state, operation.key(), ONE_KEY.stepUnseen(value, operation));
    }

    private static Map<String, String> with(
        Map<String, String> state, String key, Optional<String> value) {
      Map<String, String> next = new TreeMap<>(state);
      value.ifPresent(text -> next.put(key, text));
      return next;
    }

    @Override
    public Object partition(KvOperation operation) {
      return "map";
    }

    @Override
    public Effect<Map<String, String>> effect(KvOperation operation, Optional<KvResult> result) {
      return operation instanceof KvOperation.Get
          ? new Effect.Nothing<>()
          : new Effect.Varies<>(state -> true, state -> Optional.empty());
    }
  }

  /** Reads and writes of several registers in one step. */
  record Transaction(List<List<Object>> actions) {}

  /** What a transaction read and wrote, in the same form. */
  record Result(List<List<Object>> actions) {}

  /** Registers x and y, both 0 at first. */
  record MultiRegister() implements Model<Map<Object, Object>, Transaction, Result> {
    @Override
    public Map<Object, Object> initial() {
      return Map.of(":x", "0", ":y", "0");
    }

    @Override
    public Optional<Map<Object, Object>> step(
        Map<Object, Object> state, Transaction operation, Result result) {
      Map<Object, Object> next = new TreeMap<>(state);
      for (List<Object> action : result.actions()) {
        if (action.get(0).equals(":write")) {
          next.put(action.get(1), action.get(2));
        } else if (!next.get(action.get(1)).equals(action.get(2))) {
          return Optional.empty();
        }
      }
      return Optional.of(next);
    }

    @Override
    public Map<Object, Object> stepUnseen(Map<Object, Object> state, Transaction operation) {
      Map<Object, Object> next = new TreeMap<>(state);
      for (List<Object> action : operation.actions()) {
        if (action.get(0).equals(":write")) {
          next.put(action.get(1), action.get(2));
        }
      }
      return next;
    }

    @Override
    public Object partition(Transaction operation) {
      return "registers";
    }
  }
}
