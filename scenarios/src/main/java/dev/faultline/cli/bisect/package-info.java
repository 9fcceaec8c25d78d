/** Finds the revision of a repository that first shows a failure. */
@NullMarked
package dev.faultline.cli.bisect;

import org.jspecify.annotations.NullMarked;
