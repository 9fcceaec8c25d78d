/** Clocks of nodes: monotonic time that drifts, wall time that also jumps. */
@NullMarked
package dev.faultline.clock;

import org.jspecify.annotations.NullMarked;
