package dev.faultline.trace;

import dev.faultline.values.Hash;
import dev.faultline.values.NodeId;
import dev.faultline.values.RecordShape;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Hashes the records of one class: component by component, and once it has hashed many by one
 * method handle made for the class, which the JVM compiles as a whole.
 */
final class RecordHash {
  private static final ClassValue<RecordHash> OF =
      new ClassValue<>() {
        @Override
        protected RecordHash computeValue(Class<?> type) {
          return new RecordHash(RecordShape.of(type));
        }
      };

  /** A short run hashes few records of a class, and would pay for what it does not use. */
  private static final int MANY = 5_000;

  private static final MethodHandle COMBINE =
      own(Hash.class, "combine", long.class, long.class, long.class);
  private static final MethodHandle TEXT =
      own(StructuralHash.class, "ofText", long.class, String.class);
  private static final MethodHandle NODE =
      own(StructuralHash.class, "ofNode", long.class, NodeId.class);
  private static final MethodHandle VALUE =
      own(StructuralHash.class, "ofValue", long.class, Object.class);

  private final RecordShape shape;
  private int hashed;
  private @Nullable MethodHandle compiled;

  private RecordHash(RecordShape shape) {
    this.shape = shape;
  }

  /**
   * The hash of a record with all it contains.
   *
   * @throws IllegalArgumentException when it is no record, or contains what has no fixed hash
   */
  static long of(Object record) {
    return OF.get(record.getClass()).hash(record);
  }

  /** Threads may count and compile at the same time: what either makes gives the same hash. */
  private long hash(Object record) {
    MethodHandle whole = compiled;
    if (whole == null) {
      if (++hashed < MANY) {
        return byComponent(record);
      }
      whole = compile();
      compiled = whole;
    }
    try {
      return (long) whole.invokeExact(record);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a record cannot be read", e);
    }
  }

  private long byComponent(Object record) {
    long hash = shape.typeKey();
    for (int i = 0; i < shape.size(); i++) {
      hash =
          Hash.combine(
              hash,
              shape.isIntegral(i)
                  ? shape.readLong(record, i)
                  : StructuralHash.ofValue(shape.read(record, i)));
    }
    return hash;
  }

  private MethodHandle compile() {
    MethodHandle hash =
        MethodHandles.dropArguments(
            MethodHandles.constant(long.class, shape.typeKey()), 0, Object.class);
    for (int i = 0; i < shape.size(); i++) {
      hash =
          MethodHandles.permuteArguments(
              MethodHandles.filterArguments(COMBINE, 0, hash, component(i)),
              MethodType.methodType(long.class, Object.class),
              0,
              0);
    }
    return hash;
  }

  /** Reads a component and hashes it. */
  private MethodHandle component(int i) {
    MethodHandle reader = shape.reader(i);
    if (shape.isIntegral(i)) {
      return reader;
    }
    MethodHandle hash =
        shape.type(i) == String.class ? TEXT : shape.type(i) == NodeId.class ? NODE : VALUE;
    return MethodHandles.filterReturnValue(
        reader, hash.asType(MethodType.methodType(long.class, Object.class)));
  }

  private static MethodHandle own(Class<?> in, String name, Class<?> result, Class<?>... given) {
    try {
      return MethodHandles.lookup().findStatic(in, name, MethodType.methodType(result, given));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
