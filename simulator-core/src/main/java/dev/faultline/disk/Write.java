package dev.faultline.disk;

import org.jspecify.annotations.Nullable;

/**
 * A write that no completed sync covers yet.
 *
 * @param position where a record goes, or how many stay after a truncation
 * @param value the value; null for a truncation
 * @param fits was there room for it? A sync that covers one without fails
 */
record Write(Store store, Kind kind, long position, @Nullable Object value, boolean fits) {
  enum Kind {
    SET,
    APPEND,
    TRUNCATE
  }
}
