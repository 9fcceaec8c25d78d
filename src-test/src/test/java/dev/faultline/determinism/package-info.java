/** Proof that a run is a pure function of scenario, seed and version. */
@NullMarked
package dev.faultline.determinism;

import org.jspecify.annotations.NullMarked;
