package dev.faultline.benchmark;

/**
 * W1 (PHOLD) as fast as Java does it: every event schedules one at now + 0.1 + Exp(1.0) to a random
 * process. Times are in units of a nanosecond per 1e-9.
 */
final class FusedPhold {
  private static final long UNIT = 1_000_000_000L;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final int processes;
  private final SlotHeap heap;
  private final int[] targets;
  private long sequence;
  private long random;
  private long fingerprint;

  FusedPhold(int processes, int eventsEach, long seed) {
    this.processes = processes;
    int pending = processes * eventsEach;
    heap = new SlotHeap(pending + 1);
    targets = new int[pending];
    random = seed;
    for (int i = 0; i < pending; i++) {
      schedule(0, i);
    }
  }

  private void schedule(long now, int slot) {
    targets[slot] = (int) Math.unsignedMultiplyHigh(next(), processes);
    double wait = -StrictMath.log1p(-((next() >>> 11) * 0x1.0p-53));
    heap.push(now + UNIT / 10 + (long) (wait * UNIT), (sequence++ << SlotHeap.SLOT_BITS) | slot);
  }

  /** Runs so many events; gives the fingerprint. */
  long run(long events) {
    for (long i = 0; i < events; i++) {
      long now = heap.firstTime();
      int slot = (int) heap.pop() & SlotHeap.SLOT_MASK;
      long hash = (fingerprint ^ now) * GOLDEN;
      fingerprint = (hash ^ targets[slot]) * 0xD1342543DE82EF95L;
      schedule(now, slot);
    }
    return fingerprint;
  }

  private long next() {
    random += GOLDEN;
    long z = (random ^ (random >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
