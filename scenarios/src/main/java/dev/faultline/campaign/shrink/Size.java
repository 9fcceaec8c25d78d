package dev.faultline.campaign.shrink;

import dev.faultline.scenario.Scenario;
import dev.faultline.simulation.RunResult;
import java.time.Duration;

/**
 * How large a failing run is.
 *
 * @param faults explicit ones, however the scenario drew them
 * @param operations likewise
 * @param servers how many
 * @param shows when the violation showed
 */
public record Size(int faults, int operations, int servers, Duration shows) {
  static Size of(Sample sample) {
    RunResult result = sample.result();
    Scenario scenario = sample.scenario();
    return new Size(
        result.actions().size(),
        result.operations().size(),
        scenario.system().nodes().size(),
        Duration.ofNanos(Math.min(sample.shows(), scenario.duration().toNanos())));
  }
}
