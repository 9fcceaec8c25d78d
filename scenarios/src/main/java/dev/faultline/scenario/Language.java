package dev.faultline.scenario;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.network.BurstLoss;
import dev.faultline.random.Chance;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.RecordForm;
import dev.faultline.scenario.form.Roster;
import dev.faultline.service.Service;
import dev.faultline.service.Services;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.Protocol;
import dev.faultline.simulation.RunSettings.Bounds;
import dev.faultline.values.Drift;
import dev.faultline.workload.PlannedOperation;
import dev.faultline.workload.WorkloadSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What each section of a scenario can say. */
final class Language {
  static final Form<String> NAME =
      Forms.pattern(
          "a name of letters, digits, '-', '_' and '.'", "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$");

  private static final Form<Long> FINGERPRINT =
      Forms.text(
          "a fingerprint of 16 hexadecimal digits",
          "^[0-9a-f]{16}$",
          Language::parseFingerprint,
          HexFormat.of()::toHexDigits);

  private static final Form<Drift> GREATEST_DRIFT =
      Forms.DRIFT.as(Language::notNegative, drift -> drift);

  static final Duration USUAL_LENGTH = Duration.ofSeconds(60);

  private final Forms forms;
  private final SystemForm system;
  private final WorkloadForm workload;
  private final List<Service> services;
  private final Judged judged;
  private final Vocabulary vocabulary;
  private final MomentForm moment;
  private final Form<FuzzSection> fuzz;

  private Language(
      Forms forms,
      SystemForm system,
      WorkloadForm workload,
      List<Service> services,
      Judged judged,
      Vocabulary vocabulary,
      MomentForm moment,
      Form<FuzzSection> fuzz) {
    this.forms = forms;
    this.system = system;
    this.workload = workload;
    this.services = services;
    this.judged = judged;
    this.vocabulary = vocabulary;
    this.moment = moment;
    this.fuzz = fuzz;
  }

  /**
   * What a scenario about a system can say.
   *
   * @param folder where files that the scenario names are looked up
   * @param end faults and operations begin before it; empty for any time
   */
  static Language of(
      Protocols protocols,
      Path folder,
      SystemSection system,
      Optional<WorkloadSettings> workload,
      Optional<Duration> end) {
    Protocol<?> protocol = protocols.require(system.protocol());
    Deployment<?> deployment = Preparation.deploy(protocol, system);
    int clients = workload.map(WorkloadSettings::clients).orElse(0);
    Forms forms = new Forms(folder, new Roster(system.nodes(), Roster.numbered("c", clients)));
    SystemForm systems = new SystemForm(protocols, forms);
    Optional<Service> service = workload.map(settings -> Services.named(settings.service()));
    Optional<Service> drawn =
        service.or(() -> protocol.services().stream().findFirst().map(Services::named));
    FuzzConfigForm config =
        new FuzzConfigForm(Optional.of(systems.config(protocol, system.nodes())));
    return new Language(
        forms,
        systems,
        new WorkloadForm(protocol.services(), forms),
        service.stream().toList(),
        Judged.of(protocol.name(), deployment, service),
        Vocabulary.of(deployment),
        new MomentForm(end),
        FuzzForm.of(config, drawn.stream().toList(), GREATEST_DRIFT, forms));
  }

  /** What any scenario can say. */
  static Language any(Protocols protocols) {
    Forms forms =
        new Forms(Path.of(""), new Roster(Roster.numbered("n", 1), Roster.numbered("c", 1)));
    List<String> services = Services.all().stream().map(Service::name).toList();
    return new Language(
        forms,
        new SystemForm(protocols, forms),
        new WorkloadForm(services, forms),
        Services.all(),
        new Judged("", List.of(), true),
        Vocabulary.ANY,
        new MomentForm(Optional.empty()),
        FuzzForm.of(new FuzzConfigForm(Optional.empty()), Services.all(), GREATEST_DRIFT, forms));
  }

  /** What can be judged. */
  Judged judged() {
    return judged;
  }

  /** What is judged. */
  Form<List<Check>> checks() {
    return Forms.list(new CheckForm(judged), "a list of at least one check");
  }

  /**
   * A whole scenario. What can be left out has a default, but for the name, and for the checks,
   * which are all that can be judged.
   *
   * @param violable the name of a check whose violation can be expected
   */
  RecordForm<Scenario> scenario(Form<String> violable) {
    return forms
        .record(Scenario.class)
        .with("name", NAME)
        .orElse("about", "")
        .with("recorded", forms.record(Recording.class).with("fingerprint", FINGERPRINT))
        .with("seed", Forms.SEED)
        .orElse("seed", 1L)
        .with("chance", chance())
        .with("duration", Forms.LENGTH)
        .orElse("duration", USUAL_LENGTH)
        .with("system", system)
        .with("network", network())
        .orElse("network", NetworkSection.CALM)
        .with("disk", disk())
        .orElse("disk", DiskSettings.DEFAULT)
        .with("clocks", clocks())
        .orElse("clocks", ClockSettings.TRUE)
        .with("workload", workload)
        .with("operations", operations())
        .orElse("operations", List.of())
        .with("faults", faults())
        .orElse("faults", List.of())
        .with("checks", checks())
        .with("expect", new ExpectForm(violable))
        .orElse("expect", new Expectation.Pass())
        .orElse("recovery", true)
        .with("bounds", bounds())
        .orElse("bounds", Bounds.DEFAULT)
        .with("fuzz", fuzz)
        .with("found", found());
  }

  private Form<Chance> chance() {
    Form<List<Duration>> changes = Forms.listOrNone(Forms.DURATION, "a list of times");
    return forms
        .record(Chance.PLAIN)
        .with("salts", Forms.listOrNone(forms.record(Chance.Salt.class), "a list of salts"))
        .with(
            "priorities",
            forms
                .record(Chance.Priorities.class)
                .with("changes", changes)
                .orElse("changes", List.of()));
  }

  private Form<List<PlannedOperation>> operations() {
    return Forms.listOrNone(new OperationForm(services, moment, forms), "a list of operations");
  }

  private Form<NetworkSection> network() {
    RecordForm<NetworkSection.Link> link =
        forms
            .record(NetworkSection.Link.class)
            .with("from", forms.nodes())
            .orElse("from", List.of())
            .with("to", forms.nodes())
            .orElse("to", List.of())
            .with("burst", burst(forms));
    return forms
        .record(NetworkSection.CALM)
        .with("burst", burst(forms))
        .with("links", Forms.listOrNone(link, "a list of links that differ"));
  }

  static Form<BurstLoss> burst(Forms forms) {
    return forms.record(BurstSection.class).as(BurstSection::burst, BurstSection::of);
  }

  private Form<DiskSettings> disk() {
    return forms
        .record(DiskSection.of(DiskSettings.DEFAULT))
        .as(DiskSection::settings, DiskSection::of);
  }

  private Form<ClockSettings> clocks() {
    return forms
        .record(ClocksSection.of(ClockSettings.TRUE))
        .with("drift", GREATEST_DRIFT)
        .as(ClocksSection::settings, ClocksSection::of);
  }

  private Form<Bounds> bounds() {
    return forms
        .record(BoundsSection.of(Bounds.DEFAULT))
        .with("events", Forms.whole(1, Long.MAX_VALUE))
        .with("eventsPerInstant", Forms.whole(1, Long.MAX_VALUE))
        .as(BoundsSection::bounds, BoundsSection::of);
  }

  /** What goes wrong. */
  FaultsForm faults() {
    return new FaultsForm(new FaultForm(moment, vocabulary, forms));
  }

  private Form<Found> found() {
    return forms
        .record(Found.class)
        .with("check", Forms.pattern("the name of a check", "^[a-z][A-Za-z0-9./-]*$"))
        .with("witness", Forms.list(Forms.TEXT, "a list of facts in words"));
  }

  private static Drift notNegative(Drift drift) {
    if (drift.partsPerBillion() < 0) {
      throw new IllegalArgumentException("the greatest drift is not negative, got " + drift);
    }
    return drift;
  }

  private static long parseFingerprint(String text) {
    if (!text.matches("[0-9a-f]{16}")) {
      throw new IllegalArgumentException(
          "expected a fingerprint of 16 hexadecimal digits, got '" + text + "'");
    }
    return HexFormat.fromHexDigitsToLong(text);
  }
}
