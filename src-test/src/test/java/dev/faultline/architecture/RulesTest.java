package dev.faultline.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.faultline.architecture.ImportOrder.Rank;
import dev.faultline.node.Node;
import dev.faultline.trace.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule of {@link Rules} catches a violation, and only that. */
class RulesTest {
  private static final String FIXTURE = "dev.faultline.architecture.fixture";

  private static List<String> violations(ArchRule rule, String part) {
    JavaClasses classes = new ClassFileImporter().importPackages(FIXTURE + "." + part);
    assertThat(classes).isNotEmpty();
    return rule.evaluate(classes).getFailureReport().getDetails();
  }

  private static ImportOrder order() {
    return new ImportOrder(
        FIXTURE + ".order",
        List.of(
            new Rank(List.of("low"), List.of("java.")),
            new Rank(List.of("high"), List.of("java."))));
  }

  @Test
  void importAgainstTheOrderIsCaught() {
    List<String> found = violations(Rules.importsRunOneWay(order()), "order");
    assertThat(found).anySatisfy(line -> assertThat(line).contains("low.Upward", "high.Top"));
    assertThat(found).anySatisfy(line -> assertThat(line).contains("low.Library", "JsonNode"));
    assertThat(found).noneSatisfy(line -> assertThat(line).contains("Downward"));
  }

  @Test
  void packageWithoutPlaceIsCaught() {
    assertThat(
            violations(
                Rules.everyPackageHasItsPlace(List.of(order()), FIXTURE + ".order"), "order"))
        .singleElement()
        .asString()
        .contains("Homeless");
  }

  @Test
  void cycleIsCaught() {
    assertThat(violations(Rules.noCycles(FIXTURE + ".cycle"), "cycle")).hasSize(1);
    assertThat(violations(Rules.noCycles(FIXTURE + ".world"), "world")).isEmpty();
  }

  @Test
  void clockThreadAndFileAreCaught() {
    List<String> found =
        violations(Rules.noOutsideWorld(resideInAPackage(FIXTURE + "..")), "world");
    for (String guilty : List.of("WallClock", "Worker", "Reader")) {
      assertThat(found).anySatisfy(line -> assertThat(line).contains("world." + guilty));
    }
    assertThat(found).noneSatisfy(line -> assertThat(line).contains("Innocent"));
  }

  @Test
  void lockIsCaught() {
    ArchRule rule = Rules.noLocks(resideInAPackage(FIXTURE + ".."));
    assertThat(violations(rule, "locks"))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("count() is synchronized"),
            line -> assertThat(line).contains("shared is volatile"));
  }

  @Test
  void mutableStaticIsCaught() {
    assertThat(violations(Rules.noStaticState(FIXTURE + ".statics"), "statics"))
        .map(line -> line.substring(line.indexOf("Statics.") + 8).split(" ")[0])
        .containsExactlyInAnyOrder("counter", "SEEN", "NEXT", "OPEN_TABLE", "SCRATCH", "SHARED");
  }

  @Test
  void mutableDataIsCaught() {
    JavaClasses classes = new ClassFileImporter().importPackages(FIXTURE + ".data");
    List<String> found = violations(Rules.dataIsImmutable(classes, Fact.class, Node.class), "data");
    for (String guilty :
        List.of(
            "WithArray",
            "WithMap",
            "WithSharedList",
            "WithObject",
            "WithNested",
            "Loose",
            "LooseFact")) {
      assertThat(found).anySatisfy(line -> assertThat(line).contains("Messages$" + guilty + " "));
    }
    assertThat(found).as("%s", found).hasSize(7);
  }

  @Test
  void printingIsCaught() {
    assertThat(
            violations(
                Rules.noPrinting(FIXTURE + ".printing", FIXTURE + ".printing.cli.."), "printing"))
        .singleElement()
        .asString()
        .contains("Printer");
  }
}
