package dev.faultline.scenario;

import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Schemas;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (draft-07) of the scenario language. */
public final class ScenarioSchema {
  private ScenarioSchema() {}

  /** The schema, as JSON, with the configuration of each of these protocols. */
  public static String generate(Protocols protocols) {
    Schemas schemas = new Schemas();
    ObjectNode scenario =
        Language.any(protocols)
            .scenario(Forms.pattern("the name of a check", "^[a-z][A-Za-z0-9./-]*$"))
            .leftOut("name")
            .leftOut("checks")
            .schema(schemas);
    ObjectNode schema =
        schemas
            .object()
            .put("$schema", "http://json-schema.org/draft-07/schema#")
            .put("title", "A Faultline scenario");
    // Draft-07 ignores what stands beside a reference, so the reference stands alone.
    schema.setAll(schemas.allOf(List.of(scenario)));
    schema.set("definitions", schemas.definitions());
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(schema)
        + "\n";
  }
}
