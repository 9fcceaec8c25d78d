package dev.faultline.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of packages: each may import its own rank and the ranks before it. Packages are named
 * by their first part below a root, so {@code protocols} covers {@code protocols.raft}.
 */
record ImportOrder(String root, List<Rank> ranks) {

  /** Packages that stand side by side, and what they may import from outside the project. */
  record Rank(List<String> packages, List<String> libraries) {}

  private static final List<String> CORE_LIBRARIES =
      List.of("java.", "org.jspecify.", "org.HdrHistogram.");
  private static final List<String> PROTOCOL_LIBRARIES = List.of("java.", "org.jspecify.");
  private static final List<String> REPORT_LIBRARIES =
      List.of("java.", "javax.", "org.jspecify.", "org.HdrHistogram.", "org.jfree.");
  private static final List<String> ANY_LIBRARY = List.of("");

  /** Faultline's own order; and once more without protocols, which reports never read. */
  static List<ImportOrder> ofFaultline() {
    List<Rank> core =
        List.of(
            core("values", "random"),
            core("trace"),
            core("engine"),
            core("clock", "disk", "network"),
            core("node"),
            core("fault", "history", "check"),
            core("service"),
            core("workload", "metrics"),
            core("simulation"));
    Rank protocols = new Rank(List.of("protocols"), PROTOCOL_LIBRARIES);
    Rank reports = new Rank(List.of("reports"), REPORT_LIBRARIES);
    List<Rank> scenarios =
        List.of(
            new Rank(List.of("scenario"), ANY_LIBRARY),
            new Rank(List.of("execution"), ANY_LIBRARY),
            new Rank(List.of("campaign"), ANY_LIBRARY),
            new Rank(List.of("cli", "junit"), ANY_LIBRARY));
    return List.of(
        new ImportOrder("dev.faultline", join(core, List.of(protocols, reports), scenarios)),
        new ImportOrder("dev.faultline", join(core, List.of(reports), List.of())));
  }

  private static Rank core(String... packages) {
    return new Rank(List.of(packages), CORE_LIBRARIES);
  }

  private static List<Rank> join(List<Rank> core, List<Rank> middle, List<Rank> scenarios) {
    return Stream.of(core, middle, scenarios).flatMap(List::stream).toList();
  }

  /** Whether the order says anything about a class. */
  boolean knows(JavaClass type) {
    return partOf(type).isPresent() && rankOf(partOf(type).get()) >= 0;
  }

  /** Imports run one way. */
  ArchCondition<JavaClass> respected() {
    return new ArchCondition<>("import only packages of their own rank and before") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        int rank = partOf(type).map(ImportOrder.this::rankOf).orElse(-1);
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (rank >= 0 && !target.isPrimitive() && !mayImport(rank, target)) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  private boolean mayImport(int rank, JavaClass target) {
    Optional<String> part = partOf(target);
    if (part.isPresent()) {
      int other = rankOf(part.get());
      return other >= 0 && other <= rank;
    }
    return ranks.get(rank).libraries().stream().anyMatch(target.getName()::startsWith);
  }

  private Optional<String> partOf(JavaClass type) {
    String prefix = root + ".";
    if (!type.getPackageName().startsWith(prefix)) {
      return Optional.empty();
    }
    String rest = type.getPackageName().substring(prefix.length());
    int dot = rest.indexOf('.');
    return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
  }

  private int rankOf(String part) {
    for (int i = 0; i < ranks.size(); i++) {
      if (ranks.get(i).packages().contains(part)) {
        return i;
      }
    }
    return -1;
  }
}
