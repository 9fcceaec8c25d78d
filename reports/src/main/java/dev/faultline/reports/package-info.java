/** What a person looks at. Reads results, never runs anything. */
@NullMarked
package dev.faultline.reports;

import org.jspecify.annotations.NullMarked;
