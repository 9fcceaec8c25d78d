/** Runs of a scenario: watched, traced around a violation, and repeated in a second JVM. */
@NullMarked
package dev.faultline.execution;

import org.jspecify.annotations.NullMarked;
