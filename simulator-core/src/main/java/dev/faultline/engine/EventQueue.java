package dev.faultline.engine;

import java.util.Arrays;

/**
 * A priority queue of entries by (time, sequence).
 *
 * <p>A binary heap over pairs of longs: the time, and the sequence number packed with the slot of
 * the entry, whose object stays where it is. Removing the least goes down along the smaller
 * children without branching on the comparison and then up again with the last entry ("bottom-up
 * heapsort", Wegener 1993).
 */
final class EventQueue {
  private static final int SLOT_BITS = 24;
  private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;

  /** Times at even places, sequence and slot at odd ones. */
  private long[] heap = new long[2 * 64];

  /** Smaller queues stay in the cache by themselves. */
  private static final int LOOK_AHEAD_FROM = 1024;

  private int size;

  @SuppressWarnings("UnusedVariable") // only written: see lookAhead
  private int ahead;

  private Event[] slab = new Event[64];
  private int[] free = new int[64];
  private int freeCount;
  private int slots;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** When the next entry is due; only for a queue that is not empty. */
  long firstTime() {
    return heap[0];
  }

  /** A blank entry, to be filled and added. */
  Event acquire() {
    if (freeCount > 0) {
      return slab[free[--freeCount]];
    }
    if (slots == slab.length) {
      if (slots > SLOT_MASK / 2) {
        throw new QueueFull(slots);
      }
      slab = Arrays.copyOf(slab, slots * 2);
      free = Arrays.copyOf(free, slots * 2);
    }
    Event event = new Event(slots);
    slab[slots++] = event;
    return event;
  }

  /** Takes an entry back that is not in the queue. */
  void release(Event event) {
    event.clear();
    free[freeCount++] = event.slot;
  }

  void add(Event event, long time, long sequence) {
    if (2 * size == heap.length) {
      heap = Arrays.copyOf(heap, heap.length * 2);
    }
    siftUp(size++, time, (sequence << SLOT_BITS) | event.slot);
  }

  /** Removes the first entry; only for a queue that is not empty. */
  Event poll() {
    long[] h = heap;
    Event first = slab[(int) h[1] & SLOT_MASK];
    int last = --size;
    if (last > 0) {
      int hole = 0;
      int child = 1;
      while (child + 1 < last) {
        long leftTime = h[2 * child];
        long rightTime = h[2 * child + 2];
        long order =
            leftTime == rightTime ? h[2 * child + 3] - h[2 * child + 1] : rightTime - leftTime;
        child += (int) (order >>> 63);
        h[2 * hole] = h[2 * child];
        h[2 * hole + 1] = h[2 * child + 1];
        hole = child;
        child = 2 * hole + 1;
      }
      if (child < last) {
        h[2 * hole] = h[2 * child];
        h[2 * hole + 1] = h[2 * child + 1];
        hole = child;
      }
      siftUp(hole, h[2 * last], h[2 * last + 1]);
      if (last > LOOK_AHEAD_FROM) {
        lookAhead(h);
      }
    }
    return first;
  }

  /**
   * Reads from the entries that come next, for no other reason than to have them in the processor's
   * cache by then. With thousands of nodes nearly every entry comes from main memory; this way the
   * waits overlap with the work of the handler in between.
   */
  private void lookAhead(long[] h) {
    Event next = slab[(int) h[1] & SLOT_MASK];
    int seen = next.destination instanceof Event || next.subject instanceof Event ? 1 : 0;
    ahead = seen + slab[(int) h[3] & SLOT_MASK].code + slab[(int) h[5] & SLOT_MASK].code;
  }

  /** Shows every pending entry, in no particular order. */
  void forEach(Engine.PendingVisitor visitor) {
    for (int i = 0; i < size; i++) {
      long rank = heap[2 * i + 1];
      visitor.visit(slab[(int) rank & SLOT_MASK], heap[2 * i], rank >>> SLOT_BITS);
    }
  }

  private void siftUp(int start, long time, long rank) {
    long[] h = heap;
    int place = start;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      long parentTime = h[2 * parent];
      if (parentTime < time || (parentTime == time && h[2 * parent + 1] < rank)) {
        break;
      }
      h[2 * place] = parentTime;
      h[2 * place + 1] = h[2 * parent + 1];
      place = parent;
    }
    h[2 * place] = time;
    h[2 * place + 1] = rank;
  }
}
