package dev.faultline.disk;

import org.jspecify.annotations.Nullable;

/**
 * A write that no completed sync covers yet.
 *
 * @param position where a record goes, or how many stay after a truncation
 * @param value the value; null for a truncation
 */
record Write(Store store, Kind kind, long position, @Nullable Object value) {
  enum Kind {
    SET,
    APPEND,
    TRUNCATE
  }
}
