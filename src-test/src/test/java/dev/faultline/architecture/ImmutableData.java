package dev.faultline.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Data that may travel from node to node, as far as types tell: enums, and records of numbers,
 * strings, enums, durations, optionals, lists and records of such. A list is copied by the
 * constructor of its record. A type variable is taken on trust: its values are judged where they
 * are declared.
 */
final class ImmutableData {
  private static final Set<Class<?>> VALUES =
      Set.of(
          Boolean.class,
          Byte.class,
          Character.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          String.class,
          BigInteger.class,
          BigDecimal.class,
          Duration.class,
          Instant.class,
          OptionalInt.class,
          OptionalLong.class,
          OptionalDouble.class);

  private ImmutableData() {}

  /** Classes are records or enums made of immutable data. */
  static ArchCondition<JavaClass> required() {
    return new ArchCondition<>("be records or enums of immutable data") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (String reason : reasonsAgainst(type.reflect())) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " " + reason));
        }
        copiesLists(type, events);
      }
    };
  }

  private static void copiesLists(JavaClass type, ConditionEvents events) {
    boolean hasList =
        type.isRecord()
            && Stream.of(type.reflect().getRecordComponents())
                .anyMatch(component -> component.getType() == List.class);
    boolean copies =
        type.getConstructors().stream()
            .flatMap(constructor -> constructor.getMethodCallsFromSelf().stream())
            .anyMatch(call ->
                call.getTargetOwner().isEquivalentTo(List.class)
                    && call.getName().equals("copyOf"));
    if (hasList && !copies) {
      events.add(
          SimpleConditionEvent.violated(
              type,
              type.getName() + " has a list that its constructor does not copy: List.copyOf"));
    }
  }

  /** Why a message or fact class is not immutable data; empty when it is. */
  static List<String> reasonsAgainst(Class<?> type) {
    List<String> reasons = new ArrayList<>();
    judge(type, type.getSimpleName(), new TreeSet<>(), reasons);
    return reasons;
  }

  private static void judge(Type type, String path, Set<String> seen, List<String> reasons) {
    switch (type) {
      case Class<?> plain -> judgeClass(plain, path, seen, reasons);
      case ParameterizedType generic -> {
        Class<?> raw = (Class<?>) generic.getRawType();
        if (raw != List.class && raw != Optional.class) {
          judgeClass(raw, path, seen, reasons);
        }
        for (Type argument : generic.getActualTypeArguments()) {
          judge(argument, path, seen, reasons);
        }
      }
      case WildcardType wildcard -> judge(wildcard.getUpperBounds()[0], path, seen, reasons);
      case TypeVariable<?> trusted -> {}
      default -> reasons.add("holds " + type.getTypeName() + " at " + path);
    }
  }

  private static void judgeClass(
      Class<?> type, String path, Set<String> seen, List<String> reasons) {
    if (type.isPrimitive() || type.isEnum() || VALUES.contains(type)) {
      return;
    }
    if (!seen.add(type.getName())) {
      return;
    }
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        judge(component.getGenericType(), path + "." + component.getName(), seen, reasons);
      }
    } else if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        judgeClass(permitted, path + "/" + permitted.getSimpleName(), seen, reasons);
      }
    } else if (!isImmutableClass(type)) {
      reasons.add("holds " + type.getName() + " at " + path + ", which may be mutable");
    }
  }

  /** A final class of the project whose fields are all final: NodeId and its like. */
  private static boolean isImmutableClass(Class<?> type) {
    return type.getName().startsWith("dev.faultline.")
        && Modifier.isFinal(type.getModifiers())
        && Stream.of(type.getDeclaredFields())
            .allMatch(field -> Modifier.isFinal(field.getModifiers()));
  }

  /** The message types that node classes name: M of each {@code Node<M>}, with all its records. */
  static Set<JavaClass> messagesOf(JavaClass node, Class<?> nodeInterface) {
    Set<JavaClass> messages = new LinkedHashSet<>();
    for (JavaType implemented : node.getInterfaces()) {
      if (implemented instanceof JavaParameterizedType generic
          && generic.toErasure().isAssignableTo(nodeInterface)) {
        for (JavaType argument : generic.getActualTypeArguments()) {
          JavaClass message = argument.toErasure();
          // A type variable, as in Client<M, O, R>: its users are judged.
          if (!message.isEquivalentTo(Object.class)) {
            messages.add(message);
            messages.addAll(message.getAllSubclasses());
          }
        }
      }
    }
    messages.removeIf(JavaClass::isInterface);
    return messages;
  }
}
