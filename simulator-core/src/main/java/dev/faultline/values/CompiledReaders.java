package dev.faultline.values;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the components of a record by classes made for them: faster than by method handles that are
 * no constants, and dearer to make.
 */
final class CompiledReaders {
  private final ToLongFunction<Object>[] wholeNumbers;
  private final Function<Object, @Nullable Object>[] others;

  /**
   * @param inside a lookup with the rights of the record
   * @param integral which components are whole numbers
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no type parameters
  CompiledReaders(MethodHandles.Lookup inside, Class<?> type, boolean[] integral) {
    RecordComponent[] components = type.getRecordComponents();
    wholeNumbers = new ToLongFunction[components.length];
    others = new Function[components.length];
    for (int i = 0; i < components.length; i++) {
      if (integral[i]) {
        wholeNumbers[i] =
            (ToLongFunction<Object>)
                compiled(inside, components[i], ToLongFunction.class, "applyAsLong", long.class);
      } else {
        others[i] =
            (Function<Object, @Nullable Object>)
                compiled(inside, components[i], Function.class, "apply", Object.class);
      }
    }
  }

  private static Object compiled(
      MethodHandles.Lookup inside,
      RecordComponent component,
      Class<?> shape,
      String method,
      Class<?> result) {
    try {
      MethodHandle accessor = inside.unreflect(component.getAccessor());
      Class<?> type = component.getDeclaringRecord();
      return LambdaMetafactory.metafactory(
              inside,
              method,
              MethodType.methodType(shape),
              MethodType.methodType(result, Object.class),
              accessor,
              MethodType.methodType(result, type))
          .getTarget()
          .invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("a record cannot be read", e);
    }
  }

  long readLong(Object record, int component) {
    return wholeNumbers[component].applyAsLong(record);
  }

  @Nullable Object read(Object record, int component) {
    return others[component].apply(record);
  }
}
