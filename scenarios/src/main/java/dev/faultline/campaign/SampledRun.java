package dev.faultline.campaign;

import dev.faultline.scenario.Scenario;

/**
 * One of the runs of a campaign, to run it again elsewhere.
 *
 * @param scenario as it was run: concrete, with its seed
 * @param fingerprint of its run among all the others, on one of the campaign's threads
 */
public record SampledRun(Scenario scenario, long fingerprint) {}
