package dev.faultline.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.faultline.node.Node;
import dev.faultline.trace.Fact;
import org.junit.jupiter.api.Test;

/** The house as ARCHITECTURE.md draws it. {@link RulesTest} shows that each rule can fail. */
class ArchitectureTest {
  private static final String ROOT = "dev.faultline";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(ROOT);

  /** The simulated world, its judges and the systems under test: everything but the rest. */
  private static final DescribedPredicate<JavaClass> SIMULATED =
      resideInAPackage(ROOT + "..")
          .and(
              DescribedPredicate.not(
                  resideInAnyPackage(
                      ROOT + ".reports..",
                      ROOT + ".scenario..",
                      ROOT + ".execution..",
                      ROOT + ".campaign..",
                      ROOT + ".cli..",
                      ROOT + ".junit..")))
          .as("simulated code");

  @Test
  void theProjectIsSeen() {
    assertThat(CLASSES.contain(Node.class)).isTrue();
    assertThat(CLASSES.contain(ArchitectureTest.class)).as("tests are left out").isFalse();
  }

  @Test
  void importsRunOneWay() {
    for (ImportOrder order : ImportOrder.ofFaultline()) {
      Rules.importsRunOneWay(order).check(CLASSES);
    }
  }

  @Test
  void everyPackageHasItsPlace() {
    Rules.everyPackageHasItsPlace(ImportOrder.ofFaultline(), ROOT).check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    Rules.noCycles(ROOT).check(CLASSES);
  }

  @Test
  void simulatedCodeUsesNoClockThreadOrFile() {
    Rules.noOutsideWorld(SIMULATED).check(CLASSES);
    Rules.noLocks(SIMULATED).check(CLASSES);
  }

  @Test
  void staticFieldsAreConstants() {
    Rules.noStaticState(ROOT).check(CLASSES);
  }

  @Test
  void whatNodesExchangeIsImmutable() {
    Rules.dataIsImmutable(CLASSES, Fact.class, Node.class).check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    Rules.noPrinting(ROOT, ROOT + ".cli..").check(CLASSES);
  }
}
