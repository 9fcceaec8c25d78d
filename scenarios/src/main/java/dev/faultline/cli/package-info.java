/** The command line: parse, delegate, print. */
@NullMarked
package dev.faultline.cli;

import org.jspecify.annotations.NullMarked;
