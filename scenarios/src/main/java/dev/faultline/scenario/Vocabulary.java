package dev.faultline.scenario;

import dev.faultline.check.Invariant;
import dev.faultline.simulation.Deployment;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The names of what servers report and send, as far as the types of a system tell. A protocol
 * declares its facts and its messages as sealed interfaces, so that one of a family leads to all.
 *
 * @param facts empty when they cannot be told, and then any name will do
 * @param messages empty when they cannot be told, and then any name will do
 */
public record Vocabulary(List<String> facts, List<String> messages) {
  /** The names of all members of a sealed family; to ask a class for them takes long. */
  private static final ClassValue<List<String>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> family) {
          List<String> names = new ArrayList<>();
          addMembers(family, names);
          return List.copyOf(names);
        }
      };

  static final Vocabulary ANY = new Vocabulary(List.of(), List.of());

  public Vocabulary {
    facts = List.copyOf(facts);
    messages = List.copyOf(messages);
  }

  /** The names of a system. */
  public static Vocabulary of(Deployment<?> deployment) {
    return new Vocabulary(facts(deployment.invariants()), messages(deployment.getClass()));
  }

  private static List<String> facts(List<Invariant> invariants) {
    Collection<String> facts = new TreeSet<>();
    for (Invariant invariant : invariants) {
      for (Class<?> fact : invariant.observes()) {
        addMembers(fact, facts);
        for (Class<?> family : fact.getInterfaces()) {
          facts.addAll(MEMBERS.get(family));
        }
      }
    }
    return List.copyOf(facts);
  }

  private static List<String> messages(Class<?> deployment) {
    Collection<String> messages = new TreeSet<>();
    for (Type type : deployment.getGenericInterfaces()) {
      if (type instanceof ParameterizedType generic
          && generic.getRawType() == Deployment.class
          && generic.getActualTypeArguments()[0] instanceof Class<?> family
          && (family.isSealed() || family.isRecord())) {
        messages.addAll(MEMBERS.get(family));
      }
    }
    return List.copyOf(messages);
  }

  /** The classes of a family; its interfaces only lead to them. */
  private static void addMembers(Class<?> family, Collection<String> names) {
    if (!family.isInterface()) {
      names.add(family.getSimpleName());
    }
    if (family.isSealed()) {
      for (Class<?> member : family.getPermittedSubclasses()) {
        addMembers(member, names);
      }
    }
  }
}
