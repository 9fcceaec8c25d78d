/** Whether the faults of a scenario can exceed what its protocol tolerates. */
@NullMarked
package dev.faultline.scenario.budget;

import org.jspecify.annotations.NullMarked;
