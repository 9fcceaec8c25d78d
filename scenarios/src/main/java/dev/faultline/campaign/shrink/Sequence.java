package dev.faultline.campaign.shrink;

import java.util.List;

/** Passes one after the other, again and again until none of them gains anything. */
record Sequence(List<Pass> passes) implements Pass {
  Sequence {
    passes = List.copyOf(passes);
  }

  static Sequence of(Pass... passes) {
    return new Sequence(List.of(passes));
  }

  @Override
  public Sample shrink(Sample sample, Lab lab) {
    Sample smallest = sample;
    Sample before;
    do {
      before = smallest;
      for (Pass pass : passes) {
        smallest = pass.shrink(smallest, lab);
      }
    } while (!smallest.scenario().equals(before.scenario()) && !lab.isSpent());
    return smallest;
  }
}
