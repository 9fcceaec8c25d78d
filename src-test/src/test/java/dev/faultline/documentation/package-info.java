/** Keeps the documentation true: its code, commands, scenarios, links and tables. */
@NullMarked
package dev.faultline.documentation;

import org.jspecify.annotations.NullMarked;
