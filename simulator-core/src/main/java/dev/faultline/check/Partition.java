package dev.faultline.check;

import dev.faultline.check.Model.Effect;
import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The operations of one partition of a history, numbered for the search: first those that returned
 * a result, by invocation, then those of unknown outcome, by invocation. Their states are numbers
 * too. Failed operations, and those of unknown outcome that only read, have no number: they had no
 * effect.
 *
 * @param <S> the states of the model
 * @param <O> its operations
 * @param <R> its results
 */
final class Partition<S, O, R> {
  /** In place of a state: there is none. */
  static final int NONE = -1;

  /** In place of the state that an operation leaves: it never changes the state. */
  static final int NOTHING = -2;

  /** In place of the state that an operation leaves: it depends. */
  static final int VARIES = -3;

  /** When an operation of unknown outcome has certainly ended. */
  static final long NEVER = Long.MAX_VALUE;

  private final Model<S, O, R> model;
  private final Operation[] operations;
  private final List<Operation> failed;
  private final int completed;
  private final long[] invoked;
  private final long[] returned;
  private final int[] prior;
  private final int[] needed;
  private final int[] witness;
  private final int[] left;
  private final boolean[] always;
  private final List<Effect.Varies<S>> varying;

  private final Predicate<S> indistinct;
  private final Map<S, Integer> ids = new HashMap<>();
  private final List<S> states = new ArrayList<>();
  private final LongIntMap steps;
  private final int initial;
  private final Producers producers;
  private final int named;
  private int indistinctId = NONE;

  /**
   * Numbers the operations.
   *
   * @param history operations of one partition that may have had an effect, by invocation
   * @param failed operations of this partition that had none, for explanations
   * @param merged whether states that nobody can tell apart get the same number
   */
  Partition(Model<S, O, R> model, List<Operation> history, List<Operation> failed, boolean merged) {
    this.model = model;
    this.failed = failed;
    completed = (int) history.stream().filter(Partition::isCompleted).count();
    operations = inOrder(history, completed);
    int size = operations.length;
    invoked = Arrays.stream(operations).mapToLong(Operation::invoked).toArray();
    returned = new long[size];
    Arrays.fill(returned, NEVER);
    prior = new int[size];
    needed = new int[size];
    left = new int[size];
    always = new boolean[size];
    varying = new ArrayList<>();
    indistinct = merged ? model.indistinct(seen()) : state -> false;
    steps = new LongIntMap(size);
    initial = id(model.initial());
    for (int i = 0; i < size; i++) {
      learn(i);
    }
    witness = new int[size];
    Arrays.fill(witness, NONE);
    producers = new Producers(this, states.size());
    inferNeeds();
    named = states.size();
    findPriors();
  }

  private static boolean isCompleted(Operation operation) {
    return operation.outcome() instanceof Outcome.Ok;
  }

  private static Operation[] inOrder(List<Operation> history, int completed) {
    Operation[] ordered = new Operation[history.size()];
    int nextCompleted = 0;
    int nextUnknown = completed;
    for (Operation operation : history) {
      ordered[isCompleted(operation) ? nextCompleted++ : nextUnknown++] = operation;
    }
    return ordered;
  }

  private List<Model.Seen<O, R>> seen() {
    List<Model.Seen<O, R>> seen = new ArrayList<>(operations.length);
    for (Operation operation : operations) {
      seen.add(new Model.Seen<>(operation(operation), result(operation)));
    }
    return seen;
  }

  private void learn(int i) {
    O operation = operation(i);
    Optional<R> result = result(i);
    needed[i] = NONE;
    if (result.isPresent()) {
      returned[i] = operations[i].completed();
      needed[i] = model.needs(operation, result.get()).map(this::id).orElse(NONE);
    }
    switch (model.effect(operation, result)) {
      case Effect.Nothing<S> nothing -> left[i] = NOTHING;
      case Effect.Leaves<S>(S state) -> {
        left[i] = id(state);
        always[i] = true;
      }
      case Effect.MayLeave<S>(S state, Optional<S> from) -> left[i] = id(state);
      case Effect.Varies<S> varies -> {
        left[i] = VARIES - varying.size();
        varying.add(varies);
      }
    }
  }

  /**
   * A needed state that only one operation can bring about: then it does, and if it can do so from
   * one state only, it needs that one in turn.
   */
  private void inferNeeds() {
    Deque<Integer> open = new ArrayDeque<>();
    BitSet seen = new BitSet();
    seen.set(initial);
    for (int i = 0; i < completed; i++) {
      if (needed[i] != NONE && !seen.get(needed[i])) {
        seen.set(needed[i]);
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      int needing = open.remove();
      int state = needed[needing];
      int only = producers.isLeft(state) ? NONE : producers.only(state);
      if (only != NONE && needed[only] == NONE) {
        witness[only] = witness[needing] == NONE ? needing : witness[needing];
        needed[only] = origin(only, state);
        if (needed[only] != NONE && !seen.get(needed[only])) {
          seen.set(needed[only]);
          open.add(only);
        }
      }
    }
  }

  /** The only state from which an operation brings a state about. */
  private int origin(int i, int state) {
    Optional<S> origin =
        switch (model.effect(operation(i), result(i))) {
          case Effect.Nothing<S> nothing -> Optional.empty();
          case Effect.Leaves<S> leaves -> Optional.empty();
          case Effect.MayLeave<S>(S left, Optional<S> from) -> from;
          case Effect.Varies<S> varies -> varies.from().apply(states.get(state));
        };
    return origin.map(this::id).orElse(NONE);
  }

  /**
   * A process that starts its next operation at the very moment at which the last one ended does
   * one after the other, although the times alone do not tell.
   */
  private void findPriors() {
    LongIntMap last = new LongIntMap(16);
    Arrays.fill(prior, NONE);
    for (int i = 0; i < completed; i++) {
      prior[i] = endedJust(i, last.get(operations[i].process()));
      last.put(operations[i].process(), i);
    }
    for (int i = completed; i < operations.length; i++) {
      prior[i] = endedJust(i, last.get(operations[i].process()));
    }
  }

  private int endedJust(int i, int candidate) {
    return candidate != LongIntMap.ABSENT
            && returned[candidate] == invoked[i]
            && operations[candidate].client().equals(operations[i].client())
        ? candidate
        : NONE;
  }

  /** How many operations have a number. */
  int size() {
    return operations.length;
  }

  /** How many of them returned a result; these have the first numbers. */
  int completed() {
    return completed;
  }

  Operation at(int i) {
    return operations[i];
  }

  long invoked(int i) {
    return invoked[i];
  }

  /** When the operation ended; {@link #NEVER} for one of unknown outcome. */
  long returned(int i) {
    return returned[i];
  }

  /** The operation that comes before although it ended when this one began; or {@link #NONE}. */
  int prior(int i) {
    return prior[i];
  }

  /**
   * The only state in which the operation can come; or {@link #NONE}. An operation of unknown
   * outcome that needs a state certainly takes effect.
   */
  int needed(int i) {
    return needed[i];
  }

  /** From whose result it is known what the operation found or left, if not from its own. */
  int witness(int i) {
    return witness[i];
  }

  /** Who may bring states about. */
  Producers producers() {
    return producers;
  }

  /** The state that the operation leaves if it changes it; negative if there is no such state. */
  int left(int i) {
    return left[i];
  }

  /** Does it depend on the state what the operation leaves? */
  boolean varies(int i) {
    return left[i] <= VARIES;
  }

  /**
   * Does the operation, whatever it finds, leave a state that nobody can tell from others? Such
   * operations can stand in for one another.
   */
  boolean isBlank(int i) {
    return left[i] == indistinctId && left[i] != NONE && always[i] && needed[i] == NONE;
  }

  /** Does it leave {@link #left} whatever it finds? */
  boolean always(int i) {
    return always[i];
  }

  /** False when the operation certainly does not change another state into this one. */
  boolean mayLeave(int i, int state) {
    return varies(i)
        ? varying.get(VARIES - left[i]).mayLeave().test(states.get(state))
        : left[i] == state;
  }

  int initial() {
    return initial;
  }

  /** States that an operation needs or leaves, and the initial one, have numbers below this. */
  int named() {
    return named;
  }

  /** What the state is. */
  S state(int id) {
    return states.get(id);
  }

  /** How many states and steps have been seen. */
  int remembered() {
    return ids.size() + steps.size();
  }

  /**
   * Performs an operation.
   *
   * @return the state afterwards, or {@link #NONE} when it is not possible in this state
   */
  int step(int state, int i) {
    if (needed[i] != NONE && needed[i] != state) {
      return NONE;
    }
    if (needed[i] == state && left[i] == NOTHING) {
      return state;
    }
    long key = (long) state * operations.length + i;
    int known = steps.get(key);
    if (known != LongIntMap.ABSENT) {
      return known;
    }
    int next = perform(states.get(state), i);
    steps.put(key, next);
    return next;
  }

  private int perform(S state, int i) {
    Optional<R> result = result(i);
    return result.isEmpty()
        ? id(model.stepUnseen(state, operation(i)))
        : model.step(state, operation(i), result.get()).map(this::id).orElse(NONE);
  }

  private int id(S state) {
    Integer known = ids.get(state);
    if (known != null) {
      return known;
    }
    int id = states.size();
    if (indistinct.test(state)) {
      id = indistinctId == NONE ? id : indistinctId;
      indistinctId = id;
    }
    ids.put(state, id);
    if (id == states.size()) {
      states.add(state);
    }
    return id;
  }

  /** A failed operation that would have left a state. */
  Optional<Operation> failedThatLeaves(int state) {
    return failed.stream()
        .filter(operation ->
            model.effect(operation(operation), Optional.empty()) instanceof Effect.Leaves<S>(S left)
                && left.equals(states.get(state)))
        .findFirst();
  }

  /** Tells people about an operation, with who did it and when. */
  String describe(int i) {
    return describe(operations[i]);
  }

  String describe(Operation operation) {
    return operation.client()
        + " "
        + model.describe(operation(operation), result(operation))
        + " ("
        + Sentences.span(operation)
        + ")";
  }

  private O operation(int i) {
    return operation(operations[i]);
  }

  private Optional<R> result(int i) {
    return result(operations[i]);
  }

  @SuppressWarnings("unchecked") // a history of a service holds the service's operations
  private O operation(Operation operation) {
    return (O) operation.operation();
  }

  @SuppressWarnings("unchecked") // and its results
  private Optional<R> result(Operation operation) {
    return operation.outcome() instanceof Outcome.Ok<?>(Object result)
        ? Optional.of((R) result)
        : Optional.empty();
  }
}
