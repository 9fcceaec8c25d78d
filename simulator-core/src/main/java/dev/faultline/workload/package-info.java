/** Clients at work: which operations they start, and when. */
@NullMarked
package dev.faultline.workload;

import org.jspecify.annotations.NullMarked;
