package dev.faultline.trace;

import dev.faultline.values.Hash;

/**
 * The name of a kind of event, with its hash: the simple name of a message's class, the name of a
 * timer, the key of a fault.
 */
public record TypeName(String name, long key) {
  private static final ClassValue<TypeName> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected TypeName computeValue(Class<?> type) {
          return of(type.getSimpleName());
        }
      };

  /** A name with its hash. */
  public static TypeName of(String name) {
    return new TypeName(name, Hash.of(name));
  }

  /** The simple name of a class. */
  public static TypeName of(Class<?> type) {
    return OF_CLASS.get(type);
  }
}
