package dev.faultline.protocols.raft.invariants;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value for each place in the logs: an index, and the term of an entry that stood there. Few
 * indexes ever hold entries of more than one term.
 */
final class ByPlace<V> {
  private final List<@Nullable Place<V>> places = new ArrayList<>();

  private record Place<V>(long term, V value, @Nullable Place<V> other) {}

  /** The value of a place; null when it has none. */
  @Nullable V get(long index, long term) {
    Place<V> place = index < places.size() ? places.get((int) index) : null;
    while (place != null && place.term() != term) {
      place = place.other();
    }
    return place == null ? null : place.value();
  }

  /** Gives a place its value; it had none. */
  void put(long index, long term, V value) {
    while (places.size() <= index) {
      places.add(null);
    }
    places.set((int) index, new Place<>(term, value, places.get((int) index)));
  }
}
