package dev.faultline.scenario;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Anchor.DiskPoint;
import dev.faultline.fault.FaultRule.AtRandom;
import dev.faultline.fault.FaultRule.DiskReached;
import dev.faultline.fault.FaultRule.Each;
import dev.faultline.fault.FaultRule.Every;
import dev.faultline.fault.FaultRule.FactReported;
import dev.faultline.fault.FaultRule.Trigger;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Value;
import dev.faultline.values.Durations;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids of faults. They enter the keys of what is drawn, so an id says what the fault is and not
 * where it stands in the list: {@code crash-32s}, {@code pause-every-5s}. Of several with the same
 * words the later ones get a number.
 */
final class FaultIds {
  static final Form<String> FORM =
      Forms.pattern(
          "an id of letters, digits, '-', '_' and '.'", "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$");

  private static final Pattern OF_RULE = Pattern.compile("(.+)\\.[0-9]+");

  private FaultIds() {}

  /**
   * Checks the ids that are given, and gives one to each fault that has none.
   *
   * @param kind the word for what a fault does
   * @param list where the faults were read
   */
  static List<Fault> complete(List<Fault> faults, Function<Fault, String> kind, Value list) {
    List<Fault> complete = named(faults, kind, new HashSet<>(given(faults, list).keySet()));
    refuseIdsOfRules(complete, list);
    return complete;
  }

  /** The same faults with the ids that they get when none is given. */
  static List<Fault> usual(List<Fault> faults, Function<Fault, String> kind) {
    return named(faults.stream().map(fault -> fault.named("")).toList(), kind, new HashSet<>());
  }

  private static List<Fault> named(
      List<Fault> faults, Function<Fault, String> kind, Set<String> taken) {
    List<Fault> complete = new ArrayList<>();
    for (Fault fault : faults) {
      Fault named =
          fault.id().isEmpty() ? fault.named(free(kind.apply(fault) + words(fault), taken)) : fault;
      taken.add(named.id());
      complete.add(named);
    }
    return complete;
  }

  private static Map<String, Integer> given(List<Fault> faults, Value list) {
    Map<String, Integer> given = new HashMap<>();
    for (int i = 0; i < faults.size(); i++) {
      String id = faults.get(i).id();
      Integer first = id.isEmpty() ? null : given.putIfAbsent(id, i);
      if (first != null) {
        throw idOf(list, i).error("the id '" + id + "' is taken by faults[" + first + "]");
      }
    }
    return given;
  }

  private static void refuseIdsOfRules(List<Fault> faults, Value list) {
    Set<String> rules = new HashSet<>();
    faults.stream().filter(Fault.Repeated.class::isInstance).forEach(rule -> rules.add(rule.id()));
    for (int i = 0; i < faults.size(); i++) {
      Matcher matcher = OF_RULE.matcher(faults.get(i).id());
      if (matcher.matches() && rules.contains(matcher.group(1))) {
        String rule = matcher.group(1);
        throw idOf(list, i)
            .error("an id such as '" + rule + ".1' belongs to what the fault '" + rule + "' does");
      }
    }
  }

  private static Value idOf(Value list, int index) {
    Value fault = list.items(FORM).get(index);
    return fault.get("id").orElse(fault);
  }

  private static String free(String words, Set<String> taken) {
    String id = words;
    for (int number = 2; taken.contains(id); number++) {
      id = words + "-" + number;
    }
    return id;
  }

  private static String words(Fault fault) {
    return switch (fault) {
      case Fault.Once once -> words(once.action().anchor());
      case Fault.Repeated repeated ->
          switch (repeated.rule().schedule()) {
            case Every every -> "-every-" + Durations.format(every.period());
            case AtRandom random -> "-random";
            case Each each -> "-each" + words(each.trigger());
          };
    };
  }

  private static String words(Anchor anchor) {
    return switch (anchor) {
      case Anchor.At at -> "-" + Durations.format(at.time());
      case Anchor.OnFact on -> words(on.node(), on.fact());
      case Anchor.OnDisk on -> words(on.node(), word(on.point()));
    };
  }

  private static String words(Trigger trigger) {
    return switch (trigger) {
      case FactReported on -> words(on.node(), on.fact());
      case DiskReached on -> words(on.node(), word(on.point()));
    };
  }

  private static String words(Optional<NodeId> node, String what) {
    return node.map(name -> "-" + name).orElse("") + "-" + what;
  }

  private static String word(DiskPoint point) {
    return point.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
