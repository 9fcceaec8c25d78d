package dev.faultline.benchmark;

import java.util.Arrays;

/**
 * The queue of the hand-fused loops: times, and sequence numbers packed with slots, in one array.
 */
final class SlotHeap {
  static final int SLOT_BITS = 24;
  static final int SLOT_MASK = (1 << SLOT_BITS) - 1;

  private long[] heap;
  private int size;

  SlotHeap(int capacity) {
    heap = new long[2 * capacity];
  }

  void push(long time, long rank) {
    if (2 * size == heap.length) {
      heap = Arrays.copyOf(heap, heap.length * 2);
    }
    up(size++, time, rank);
  }

  long firstTime() {
    return heap[0];
  }

  /** Removes the first entry and gives its rank. */
  long pop() {
    long[] h = heap;
    long first = h[1];
    int last = --size;
    if (last > 0) {
      int hole = 0;
      int child = 1;
      while (child + 1 < last) {
        long left = h[2 * child];
        long right = h[2 * child + 2];
        long order = left == right ? h[2 * child + 3] - h[2 * child + 1] : right - left;
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
      up(hole, h[2 * last], h[2 * last + 1]);
    }
    return first;
  }

  private void up(int start, long time, long rank) {
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
