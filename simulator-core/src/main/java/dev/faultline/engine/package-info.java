/** The event loop: virtual time, the queue, the order of events. */
@NullMarked
package dev.faultline.engine;

import org.jspecify.annotations.NullMarked;
