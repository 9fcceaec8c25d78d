package dev.faultline.scenario;

import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.RecordForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.service.Service;
import dev.faultline.service.Services;
import dev.faultline.workload.WorkloadSettings;
import dev.faultline.workload.WorkloadSettings.Popularity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What clients do. The service decides which kinds of operation a mix can have. */
final class WorkloadForm implements Form<WorkloadSettings> {
  static final int MOST_CLIENTS = 10_000;
  static final int MOST_KEYS = 1_000_000;

  private static final WorkloadSection.Keys KEYS = new WorkloadSection.Keys(16, Popularity.UNIFORM);

  private final List<String> services;
  private final Forms forms;

  /** For a protocol that offers these services, the usual one first. */
  WorkloadForm(List<String> services, Forms forms) {
    this.services = services;
    this.forms = forms;
  }

  /** What clients do when a scenario says nothing about it: a closed loop. */
  WorkloadSettings usual(int clients) {
    Service service = Services.named(services.getFirst());
    return new WorkloadSection(
            service.name(),
            clients,
            Optional.empty(),
            KEYS,
            service.defaultMix(),
            Duration.ofSeconds(1))
        .settings();
  }

  @Override
  public String what() {
    return "what clients do, such as { service: " + services.getFirst() + ", clients: 5 }";
  }

  @Override
  public WorkloadSettings read(Value value) {
    // The service first: it decides what a mix looks like.
    Service service =
        value
            .get("service")
            .map(EnumForm.of(services)::read)
            .map(Services::named)
            .orElseGet(() -> Services.named(services.getFirst()));
    return record(new MixForm(List.of(service)))
        .orElse("service", service.name())
        .orElse("mix", service.defaultMix())
        .as(WorkloadSection::settings, WorkloadSection::of)
        .read(value);
  }

  @Override
  public Tree write(WorkloadSettings value) {
    return record(new MixForm(List.of(Services.named(value.service()))))
        .write(WorkloadSection.of(value));
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return record(new MixForm(Services.all())).leftOut("service").leftOut("mix").schema(schemas);
  }

  private RecordForm<WorkloadSection> record(MixForm mix) {
    return forms
        .record(WorkloadSection.class)
        .with("service", EnumForm.of(services))
        .with("clients", Forms.count(1, MOST_CLIENTS))
        .orElse("clients", 5)
        .with("keys", forms.record(KEYS).with("count", Forms.count(1, MOST_KEYS)))
        .orElse("keys", KEYS)
        .with("mix", mix)
        .with("timeout", Forms.LENGTH)
        .orElse("timeout", Duration.ofSeconds(1));
  }
}
