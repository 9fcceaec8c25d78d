/** The judges: invariants over facts, models of services, and the history checkers. */
@NullMarked
package dev.faultline.check;

import org.jspecify.annotations.NullMarked;
