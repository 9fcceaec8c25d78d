package dev.faultline.cli.bisect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a revision does with a failure. */
public sealed interface Outcome {
  /** In words, after the name of the revision. */
  String inWords();

  /** It breaks rules. */
  record Fails(List<String> checks) implements Outcome {
    public Fails {
      checks = List.copyOf(checks);
    }

    @Override
    public String inWords() {
      return "fails: " + String.join(", ", checks);
    }
  }

  /** It breaks none. */
  record Passes() implements Outcome {
    @Override
    public String inWords() {
      return "passes";
    }
  }

  /** It cannot be told. */
  record Skipped(String why) implements Outcome {
    @Override
    public String inWords() {
      return "skipped: " + why;
    }
  }

  /**
   * The same, asking for one check: a revision that breaks another one tells nothing about it,
   * because a run ends with its first violation.
   */
  default Outcome about(String check) {
    return switch (this) {
      case Fails(List<String> checks) when !checks.contains(check) ->
          new Skipped("breaks " + String.join(", ", checks) + " instead");
      case Fails fails -> fails;
      case Passes passes -> passes;
      case Skipped skipped -> skipped;
    };
  }

  /** Reads the result of {@code run --json}. */
  static Outcome of(String json) {
    try {
      JsonNode result = JsonMapper.shared().readTree(json);
      return switch (result.path("verdict").asString("")) {
        case "pass" -> new Passes();
        case "violation" -> new Fails(checks(result));
        case "undecided" -> new Skipped("undecided" + reasons(result));
        default -> new Skipped("its program prints no result");
      };
    } catch (JacksonException e) {
      return new Skipped("its program prints no result");
    }
  }

  private static List<String> checks(JsonNode result) {
    List<String> checks = new ArrayList<>();
    result
        .path("violations")
        .forEach(violation -> checks.add(violation.path("check").asString("")));
    return checks;
  }

  private static String reasons(JsonNode result) {
    String checks =
        result.path("checks").values().stream()
            .filter(check -> check.path("verdict").asString("").equals("undecided"))
            .map(check -> check.path("name").asString(""))
            .collect(Collectors.joining(", "));
    return checks.isEmpty() ? "" : " (" + checks + ")";
  }
}
