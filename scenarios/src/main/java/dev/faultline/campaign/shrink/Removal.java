package dev.faultline.campaign.shrink;

import dev.faultline.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Leaves out items of a list: first large pieces of it, then smaller ones, at last single items.
 *
 * <p>Source: Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE
 * 2002, without the tests of small pieces alone.
 *
 * @param items the list
 * @param with the scenario with another list
 * @param pieces no more than about so many are tried of each size, so that of a long list only
 *     large pieces are left out
 */
record Removal<T>(
    Function<Scenario, List<T>> items, BiFunction<Scenario, List<T>, Scenario> with, int pieces)
    implements Pass {
  @Override
  public Sample shrink(Sample sample, Lab lab) {
    Sample smallest = sample;
    int piece = items.apply(sample.scenario()).size();
    int least = Math.max(1, piece / pieces);
    while (piece >= least) {
      smallest = withoutPieces(piece, smallest, lab);
      piece = piece == 1 ? 0 : (piece + 1) / 2;
    }
    return smallest;
  }

  private Sample withoutPieces(int piece, Sample sample, Lab lab) {
    Sample smallest = sample;
    int from = 0;
    List<T> left = items.apply(smallest.scenario());
    while (from < left.size()) {
      Scenario candidate = with.apply(smallest.scenario(), without(left, from, piece));
      Optional<Sample> failed = lab.attempt(candidate);
      if (failed.isPresent()) {
        smallest = failed.get();
        left = items.apply(smallest.scenario());
      } else {
        from += piece;
      }
    }
    return smallest;
  }

  private static <T> List<T> without(List<T> items, int from, int count) {
    List<T> left = new ArrayList<>(items);
    left.subList(from, Math.min(items.size(), from + count)).clear();
    return left;
  }
}
