package dev.faultline.campaign.shrink;

import dev.faultline.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goes from a scenario to the first of its simpler neighbours that still fails and costs less, and
 * on from there, for so long that other ways have their turn.
 *
 * @param neighbours of a scenario, the simplest first
 */
record Choosing(Function<Scenario, List<Scenario>> neighbours, Cost cost) implements Pass {
  private static final long MOST_RUNS = 1_000;

  @Override
  public Sample shrink(Sample sample, Lab lab) {
    Sample simplest = sample;
    Optional<Sample> simpler = Optional.of(sample);
    long last = lab.runs() + MOST_RUNS;
    while (simpler.isPresent() && lab.runs() < last) {
      simplest = simpler.get();
      simpler = simpler(simplest, lab);
    }
    return simpler.orElse(simplest);
  }

  private Optional<Sample> simpler(Sample sample, Lab lab) {
    long points = cost.of(sample);
    return neighbours.apply(sample.scenario()).stream()
        .flatMap(candidate -> lab.attempt(candidate).stream())
        .filter(found -> cost.of(found) < points)
        .findFirst();
  }
}
