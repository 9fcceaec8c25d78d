/** What clients asked for and what they saw: operations, outcomes, histories. */
@NullMarked
package dev.faultline.history;

import org.jspecify.annotations.NullMarked;
