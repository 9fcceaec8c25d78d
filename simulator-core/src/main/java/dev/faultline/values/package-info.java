/** Small value types that every part shares: names, shares, rates, durations, hashes. */
@NullMarked
package dev.faultline.values;

import org.jspecify.annotations.NullMarked;
