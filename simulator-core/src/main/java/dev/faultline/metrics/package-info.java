/** Latency and availability of a run, measured from the intended start of each operation. */
@NullMarked
package dev.faultline.metrics;

import org.jspecify.annotations.NullMarked;
