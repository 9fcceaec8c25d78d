/** The small value types every other package speaks in: names, durations, shares, sizes. */
@NullMarked
package dev.faultline.values;

import org.jspecify.annotations.NullMarked;
