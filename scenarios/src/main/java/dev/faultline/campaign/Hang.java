package dev.faultline.campaign;

import dev.faultline.scenario.Scenario;
import java.time.Duration;

/**
 * A handler that never returned.
 *
 * @param scenario what was being run
 * @param event the number of the last event that was over or had begun
 * @param time virtual time of the run
 * @param stack where the handler was when it was looked at, a frame a line
 */
public record Hang(Scenario scenario, long event, Duration time, String stack) {}
