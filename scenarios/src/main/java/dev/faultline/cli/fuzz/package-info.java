/** What {@code fuzz} writes and tells: folders of failures, the summary of a campaign. */
@NullMarked
package dev.faultline.cli.fuzz;

import org.jspecify.annotations.NullMarked;
