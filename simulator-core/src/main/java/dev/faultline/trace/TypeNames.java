package dev.faultline.trace;

import java.util.HashMap;
import java.util.Map;

/** The names that a run uses again and again, each hashed once. */
public final class TypeNames {
  private final Map<String, TypeName> known = new HashMap<>();

  /** A name with its hash. */
  public TypeName of(String name) {
    return known.computeIfAbsent(name, TypeName::of);
  }
}
