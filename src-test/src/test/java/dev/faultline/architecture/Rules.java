package dev.faultline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The architecture as rules. Each can be pointed at a fixture, to see it catch something. */
final class Rules {
  /** What simulated code may not use although it is in {@code java.}: clocks, threads, files. */
  private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD =
      resideInAnyPackage(
              "java.io..", "java.net..", "java.nio..", "java.util.concurrent..", "java.lang.ref..")
          .or(
              describe(
                  "a clock, thread, process or generator of the JDK",
                  type ->
                      Set.of(
                              "java.lang.Thread",
                              "java.lang.ThreadLocal",
                              "java.lang.Process",
                              "java.lang.ProcessBuilder",
                              "java.lang.Runtime",
                              "java.time.Clock",
                              "java.util.Random",
                              "java.util.SplittableRandom",
                              "java.util.Scanner",
                              "java.util.Timer")
                          .contains(type.getName())))
          .and(
              describe(
                  "other than text encodings and what every record and lambda needs",
                  type ->
                      !type.getPackageName().equals("java.nio.charset")
                          && !type.getName().equals("java.io.Serializable")))
          .as("clocks, threads and files");

  private Rules() {}

  static ArchRule importsRunOneWay(ImportOrder order) {
    return classes()
        .that(describe("are in the order of packages", order::knows))
        .should(order.respected())
        .allowEmptyShould(true);
  }

  /** A new package has to be given a place in {@link ImportOrder}. */
  static ArchRule everyPackageHasItsPlace(List<ImportOrder> orders, String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("be in a package with a place in the import order") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (orders.stream().noneMatch(order -> order.knows(type))) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + " is in a package without a place"));
                }
              }
            })
        .allowEmptyShould(true);
  }

  static ArchRule noCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  static ArchRule noOutsideWorld(DescribedPredicate<JavaClass> simulated) {
    return noClasses()
        .that(simulated)
        .should()
        .dependOnClassesThat(OUTSIDE_WORLD)
        .allowEmptyShould(true);
  }

  static ArchRule noLocks(DescribedPredicate<JavaClass> simulated) {
    return classes()
        .that(simulated)
        .should(
            new ArchCondition<>("have no synchronized method and no volatile field") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                    .filter(m -> m.getModifiers().contains(JavaModifier.SYNCHRONIZED))
                    .forEach(m ->
                        events.add(
                            SimpleConditionEvent.violated(
                                m, m.getFullName() + " is synchronized")));
                type.getFields().stream()
                    .filter(f -> f.getModifiers().contains(JavaModifier.VOLATILE))
                    .forEach(f ->
                        events.add(
                            SimpleConditionEvent.violated(f, f.getFullName() + " is volatile")));
              }
            })
        .allowEmptyShould(true);
  }

  static ArchRule noStaticState(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(StaticState.absent())
        .allowEmptyShould(true);
  }

  /** Facts, messages of nodes, operations and results of clients. */
  static ArchRule dataIsImmutable(JavaClasses all, Class<?> fact, Class<?> node) {
    Set<String> data = new TreeSet<>();
    for (JavaClass type : all) {
      if (type.isAssignableTo(fact) && !type.isInterface()) {
        data.add(type.getName());
      }
      if (type.isAssignableTo(node)) {
        ImmutableData.messagesOf(type, node).forEach(message -> data.add(message.getName()));
      }
    }
    return classes()
        .that(
            describe(
                "are facts, messages, operations or results",
                type -> data.contains(type.getName())))
        .should(ImmutableData.required())
        .allowEmptyShould(true);
  }

  static ArchRule noPrinting(String root, String except) {
    return noClasses()
        .that(resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAPackage(except))))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .allowEmptyShould(true);
  }
}
