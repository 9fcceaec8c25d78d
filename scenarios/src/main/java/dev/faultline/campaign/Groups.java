package dev.faultline.campaign;

import dev.faultline.campaign.run.SeedRun;
import dev.faultline.check.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts failures that look alike together. Its size is bounded, however many seeds fail. */
final class Groups {
  /** Further shapes of a check are put together: messages of a protocol may be of any kind. */
  private static final int MOST = 100;

  private static final String OTHERS = "others";

  private final Map<Shape, Growing> groups = new LinkedHashMap<>();

  /** A group so far. */
  private static final class Growing {
    private final List<Long> seeds = new ArrayList<>();
    private SeedRun smallest;
    private long count;

    Growing(SeedRun first) {
      this.smallest = first;
    }

    /** Returns whether this is the smallest so far. */
    boolean add(long seed, SeedRun run) {
      count++;
      if (seeds.size() < FailureGroup.SHOWN) {
        seeds.add(seed);
      }
      if (run != smallest && run.result().events() >= smallest.result().events()) {
        return false;
      }
      smallest = run;
      return true;
    }

    FailureGroup snapshot(Shape shape) {
      return new FailureGroup(shape, count, seeds, smallest);
    }
  }

  /** What a failure meant for its group. */
  record Added(FailureGroup group, boolean smallest) {}

  /**
   * Adds a failing run.
   *
   * @param seed that the campaign ran it under
   */
  Added add(long seed, SeedRun run, Violation violation) {
    Shape shape = Shape.of(violation);
    if (groups.size() >= MOST && !groups.containsKey(shape)) {
      shape = new Shape(violation.check(), OTHERS);
    }
    Growing group = groups.computeIfAbsent(shape, key -> new Growing(run));
    boolean smallest = group.add(seed, run);
    return new Added(group.snapshot(shape), smallest);
  }

  /** All groups, the one with the smallest failure first. */
  List<FailureGroup> all() {
    List<FailureGroup> all = new ArrayList<>();
    groups.forEach((shape, group) -> all.add(group.snapshot(shape)));
    all.sort(Comparator.comparingLong(group -> group.smallest().result().events()));
    return all;
  }

  int size() {
    return groups.size();
  }
}
