/** What a run leaves on disk: its result, history, trace and charts, and how to read them back. */
@NullMarked
package dev.faultline.cli.record;

import org.jspecify.annotations.NullMarked;
