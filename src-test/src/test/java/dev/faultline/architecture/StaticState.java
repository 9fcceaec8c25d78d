package dev.faultline.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.text.Format;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Static fields are constants. A declared type says too little (a {@code List} may be either), so
 * the value itself is looked at. A private table in an array is a constant when its class stores
 * into no array outside its static initializer.
 */
final class StaticState {
  private StaticState() {}

  static ArchCondition<JavaClass> absent() {
    return new ArchCondition<>("have no mutable static state") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
          if (field.getModifiers().contains(JavaModifier.STATIC)
              && !field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
            String reason = reasonAgainst(field);
            if (!reason.isEmpty()) {
              events.add(SimpleConditionEvent.violated(field, field.getFullName() + " " + reason));
            }
          }
        }
      }
    };
  }

  private static String reasonAgainst(JavaField field) {
    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
      return "is not final";
    }
    Object value = valueOf(field.reflect());
    if (value == null) {
      return "";
    }
    if (value.getClass().isArray() && Array.getLength(value) > 0) {
      if (!field.getModifiers().contains(JavaModifier.PRIVATE)) {
        return "is an array that others can write";
      }
      return storesIntoArrays(field.getOwner().reflect())
          ? "is an array in a class that writes arrays"
          : "";
    }
    return isMutable(value) ? "holds a mutable " + value.getClass().getName() : "";
  }

  private static Object valueOf(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + field, e);
    }
  }

  private static boolean isMutable(Object value) {
    if (value instanceof ClassValue<?>) {
      // A cache that answers the same for a class, however often and in which order it is asked.
      return false;
    }
    String name = value.getClass().getName();
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      return !name.startsWith("java.util.ImmutableCollections$")
          && !name.startsWith("java.util.Collections$");
    }
    return value instanceof StringBuilder
        || value instanceof Iterator<?>
        || value instanceof RandomGenerator
        || value instanceof Format
        || value instanceof Date
        || value instanceof Calendar
        || value instanceof BitSet
        || value instanceof ThreadLocal<?>
        || name.startsWith("java.util.concurrent.")
        || (name.startsWith("dev.faultline.") && hasVariableField(value.getClass()));
  }

  private static boolean hasVariableField(Class<?> type) {
    for (Class<?> c = type;
        c != null && c != Object.class && c != Enum.class;
        c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean storesIntoArrays(Class<?> type) {
    AtomicBoolean stores = new AtomicBoolean();
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            if (name.equals("<clinit>")) {
              return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitInsn(int opcode) {
                if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
                  stores.set(true);
                }
              }
            };
          }
        };
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getResourceAsStream(resource)) {
      new ClassReader(bytes).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stores.get();
  }
}
