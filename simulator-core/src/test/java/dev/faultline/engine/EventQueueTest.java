package dev.faultline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  private record Place(long time, long sequence) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = Long.compare(time, other.time);
      return order != 0 ? order : Long.compare(sequence, other.sequence);
    }
  }

  private final EventQueue queue = new EventQueue();

  private void add(long time, long sequence) {
    Event event = queue.acquire();
    event.cause = sequence;
    queue.add(event, time, sequence);
  }

  private Place poll() {
    long time = queue.firstTime();
    Event event = queue.poll();
    Place place = new Place(time, event.cause);
    queue.release(event);
    return place;
  }

  @Property(tries = 500)
  @Label("entries come out by (time, sequence), whatever is added, removed and recycled between")
  void sorted(
      @ForAll @Size(max = 600) List<@IntRange(min = -6, max = 8) Integer> steps,
      @ForAll @IntRange(min = 1, max = 1000) int spread) {
    TreeSet<Place> reference = new TreeSet<>();
    long sequence = 0;
    for (int step : steps) {
      if (step >= 0) {
        Place place = new Place(step * (long) spread, sequence++ * 7 % 10_007);
        if (reference.add(place)) {
          add(place.time, place.sequence);
        }
      } else {
        pollsLike(reference);
      }
      assertThat(queue.size()).isEqualTo(reference.size());
      assertThat(queue.isEmpty() || queue.firstTime() == reference.first().time).isTrue();
    }
    while (!reference.isEmpty()) {
      pollsLike(reference);
    }
    assertThat(queue.isEmpty()).isTrue();
  }

  private void pollsLike(TreeSet<Place> reference) {
    Place expected = reference.pollFirst();
    assertThat(queue.isEmpty()).isEqualTo(expected == null);
    if (expected != null) {
      assertThat(poll()).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("thousands of pending entries, at one time and at many, come out in order")
  void growth() {
    TreeSet<Place> reference = new TreeSet<>();
    for (int i = 0; i < 20_000; i++) {
      Place place = new Place(i % 3 == 0 ? 5 : (i * 7919L) % 10_000, i);
      add(place.time, place.sequence);
      reference.add(place);
    }
    Set<Place> visited = new TreeSet<>();
    queue.forEach((event, time, sequence) -> visited.add(new Place(time, sequence)));
    assertThat(visited).isEqualTo(reference);
    while (!reference.isEmpty()) {
      pollsLike(reference);
    }
  }

  @Test
  @DisplayName("a recycled entry is blank")
  void recycled() {
    Event event = queue.acquire();
    event.receiver = fired -> {};
    event.subject = "subject";
    event.origin = "origin";
    event.destination = "destination";
    event.cause = 7;
    event.keep();
    short uses = event.uses;
    queue.release(event);
    Event again = queue.acquire();
    assertThat(again).isSameAs(event);
    assertThat(again.receiver).isNull();
    assertThat(again.subject).isNull();
    assertThat(again.origin).isNull();
    assertThat(again.destination).isNull();
    assertThat(again.cause).isZero();
    assertThat(again.kept).isFalse();
    assertThat(again.uses).isNotEqualTo(uses);
    assertThat(new ArrayList<>(List.of(queue.acquire()))).doesNotContain(again);
  }
}
