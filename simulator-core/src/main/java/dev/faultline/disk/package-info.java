/** Durable state: cells and journals, syncs that take time and can fail, what a crash leaves. */
@NullMarked
package dev.faultline.disk;

import org.jspecify.annotations.NullMarked;
