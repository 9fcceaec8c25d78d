/** One run, wired together: protocol, world, workload, faults, judges. */
@NullMarked
package dev.faultline.simulation;

import org.jspecify.annotations.NullMarked;
