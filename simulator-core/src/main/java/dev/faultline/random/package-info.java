/**
 * Chance, keyed by what is decided and never counted, and the distributions that shape it.
 *
 * <p>A key says which decision it is, whom it concerns and when: removing one thing from a run
 * leaves every unrelated decision as it was. That is what makes failures shrink.
 */
@NullMarked
package dev.faultline.random;

import org.jspecify.annotations.NullMarked;
