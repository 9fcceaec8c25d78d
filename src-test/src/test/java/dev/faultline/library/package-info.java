/** Every scenario of the library ends as it says. */
@NullMarked
package dev.faultline.library;

import org.jspecify.annotations.NullMarked;
