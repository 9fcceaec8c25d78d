/** What happened in a run: facts, the fingerprint over every event, and the recorded trace. */
@NullMarked
package dev.faultline.trace;

import org.jspecify.annotations.NullMarked;
