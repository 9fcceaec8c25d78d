/** Latency, availability and cost of a run, and the thresholds that a run can be held to. */
@NullMarked
package dev.faultline.metrics;

import org.jspecify.annotations.NullMarked;
