/**
 * What a person sees: colours, numbers in words, the summary of a run, the progress of a long one.
 */
@NullMarked
package dev.faultline.cli.terminal;

import org.jspecify.annotations.NullMarked;
