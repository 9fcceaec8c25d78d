package dev.faultline.benchmark;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * W2 as fast as Java does it: one loop over arrays, with a message object per send and the
 * fingerprint on. Every node has a 10 ms timer; on a tick it sends PING to a random node, which
 * answers PONG; a message takes 1 to 10 ms and is lost with 1 %.
 */
final class FusedGossip {
  /** What a send allocates on the public API, too. */
  record Message(int kind) {}

  private static final int PING = 1;
  private static final int PONG = 2;
  private static final long PERIOD = 10_000_000;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final int nodes;
  private final SlotHeap heap;
  private @Nullable Message[] messages;
  private int[] targets;
  private int[] sources;
  private int[] free;
  private int freeCount;
  private long sequence;
  private long random;
  private long fingerprint;
  private long now;

  FusedGossip(int nodes, long seed) {
    this.nodes = nodes;
    int capacity = 8 * nodes + 64;
    heap = new SlotHeap(capacity);
    messages = new Message[capacity];
    targets = new int[capacity];
    sources = new int[capacity];
    free = new int[capacity];
    for (int i = 0; i < capacity; i++) {
      free[freeCount++] = capacity - 1 - i;
    }
    random = seed;
    SplittableRandom phases = new SplittableRandom(seed);
    for (int node = 0; node < nodes; node++) {
      schedule(phases.nextLong(PERIOD), node, node, null);
    }
  }

  private void schedule(long time, int from, int to, @Nullable Message message) {
    int slot = free[--freeCount];
    messages[slot] = message;
    targets[slot] = to;
    sources[slot] = from;
    heap.push(time, (sequence++ << SlotHeap.SLOT_BITS) | slot);
  }

  /** Runs so many deliveries and ticks; gives the fingerprint. */
  long run(long events) {
    for (long i = 0; i < events; i++) {
      now = heap.firstTime();
      int slot = (int) heap.pop() & SlotHeap.SLOT_MASK;
      Message message = messages[slot];
      int to = targets[slot];
      int from = sources[slot];
      free[freeCount++] = slot;
      int kind = message == null ? 0 : message.kind();
      long hash = (fingerprint ^ now) * GOLDEN;
      hash = (hash ^ (((long) to << 40) | ((long) from << 8) | kind)) * 0xD1342543DE82EF95L;
      fingerprint = hash ^ (hash >>> 29);
      if (message == null) {
        int peer = (int) Math.unsignedMultiplyHigh(next(), nodes);
        send(to, peer, PING);
        schedule(now + PERIOD, to, to, null);
      } else if (kind == PING) {
        send(to, from, PONG);
      }
    }
    return fingerprint;
  }

  private void send(int from, int to, int kind) {
    if ((next() >>> 11) * 0x1.0p-53 < 0.01) {
      return;
    }
    long delay = 1_000_000 + Math.unsignedMultiplyHigh(next(), 9_000_001);
    schedule(now + delay, from, to, new Message(kind));
  }

  private long next() {
    random += GOLDEN;
    long z = (random ^ (random >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long nanos() {
    return now;
  }
}
