package dev.faultline.values;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The components of a record class, found once by reflection and read fast. */
public final class RecordShape {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final Class<?> type;
  private final MethodHandles.Lookup inside;
  private final long typeKey;
  private final String[] names;
  private final boolean[] integral;
  private final MethodHandle[] readers;
  private final Class<?>[] types;
  private final MethodHandle constructor;

  private RecordShape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
    this.type = type;
    inside = insideOf(type);
    typeKey = Hash.of(type.getSimpleName());
    names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
    integral = new boolean[components.length];
    readers = new MethodHandle[components.length];
    for (int i = 0; i < components.length; i++) {
      Class<?> componentType = components[i].getType();
      integral[i] =
          componentType == long.class
              || componentType == int.class
              || componentType == short.class
              || componentType == byte.class;
      readers[i] = reader(components[i].getAccessor(), integral[i]);
    }
    types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    constructor = canonical();
  }

  /**
   * The shape of a record class.
   *
   * @throws IllegalArgumentException when the class is not a record
   */
  public static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** How many components there are. */
  public int size() {
    return readers.length;
  }

  /** A hash of the simple name of the class. */
  public long typeKey() {
    return typeKey;
  }

  /** The name of a component. */
  public String name(int component) {
    return names[component];
  }

  /** Is the component a long, int, short or byte, to be read with {@link #readLong}? */
  public boolean isIntegral(int component) {
    return integral[component];
  }

  /** The declared type of a component. */
  public Class<?> type(int component) {
    return types[component];
  }

  /**
   * Reads a component of a record that is given as {@code Object}; returns {@code long} for an
   * integral one and {@code Object} for any other.
   */
  public MethodHandle reader(int component) {
    return readers[component];
  }

  /** Reads a whole number without boxing it. */
  public long readLong(Object record, int component) {
    try {
      return (long) readers[component].invokeExact(record);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Reads any component. */
  public @Nullable Object read(Object record, int component) {
    if (integral[component]) {
      return readLong(record, component);
    }
    try {
      return (Object) readers[component].invokeExact(record);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /**
   * A copy with one component replaced.
   *
   * @return empty when the record's own constructor refuses the value
   */
  public Optional<Object> with(Object record, int component, Object value) {
    @Nullable Object[] values = new Object[readers.length];
    for (int i = 0; i < values.length; i++) {
      Object old = read(record, i);
      values[i] = narrowed(i == component ? value : old, types[i]);
    }
    try {
      return Optional.of(constructor.invokeWithArguments(values));
    } catch (Error e) {
      throw e;
    } catch (Throwable refused) {
      return Optional.empty();
    }
  }

  private static @Nullable Object narrowed(@Nullable Object value, Class<?> type) {
    if (value instanceof Long number) {
      long whole = number;
      if (type == int.class) {
        return (int) whole;
      }
      if (type == short.class) {
        return (short) whole;
      }
      if (type == byte.class) {
        return (byte) whole;
      }
    }
    return value;
  }

  private MethodHandle reader(Method accessor, boolean isIntegral) {
    try {
      return inside
          .unreflect(accessor)
          .asType(MethodType.methodType(isIntegral ? long.class : Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw failed(e);
    }
  }

  private MethodHandle canonical() {
    try {
      return inside.findConstructor(type, MethodType.methodType(void.class, types));
    } catch (ReflectiveOperationException e) {
      throw failed(e);
    }
  }

  /** Records need not be public. */
  private static MethodHandles.Lookup insideOf(Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(Throwable cause) {
    return new IllegalStateException("a record cannot be read", cause);
  }
}
