package dev.faultline.campaign.swarm;

import dev.faultline.clock.ClockSettings;
import dev.faultline.scenario.Check;
import dev.faultline.scenario.Expectation;
import dev.faultline.scenario.Fault;
import dev.faultline.scenario.FuzzSection;
import dev.faultline.scenario.FuzzSection.Kept;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.ScenarioDraft;
import dev.faultline.scenario.SystemSection;
import dev.faultline.scenario.Vocabulary;
import dev.faultline.scenario.form.Roster;
import dev.faultline.service.Service;
import dev.faultline.service.Services;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.workload.WorkloadSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Draws one scenario, a section after the other. */
final class Drawing {
  private final Protocols protocols;
  private final boolean beyondBudget;
  private final Scenario base;
  private final Keeping keeping;
  private final FuzzSection fuzz;
  private final Usual usual;
  private final Luck luck;

  /**
   * @param beyondBudget may more servers stop for good than the protocol tolerates?
   * @param luck of the seed
   */
  Drawing(Protocols protocols, boolean beyondBudget, Scenario base, Luck luck) {
    this.protocols = protocols;
    this.beyondBudget = beyondBudget;
    this.base = base;
    this.keeping = Keeping.of(base);
    this.fuzz = base.fuzz().orElse(FuzzSection.USUAL);
    this.usual = Usual.of(base.system().config());
    this.luck = luck;
  }

  Scenario scenario(long seed) {
    return base.edited(draft -> {
      draft.seed = seed;
      draft.recorded = Optional.empty();
      draft.fuzz = Optional.empty();
      draft.expect = new Expectation.Pass();
      draft.recovery &= !beyondBudget;
      fill(draft);
    });
  }

  private void fill(ScenarioDraft draft) {
    Optional<Service> service = service();
    if (!keeping.duration()) {
      draft.duration = Spread.draw(fuzz.duration().orElseGet(usual::duration), luck.at("duration"));
    }
    draft.system = system();
    // The world goes by the pace of the settings that were drawn.
    Usual pace = Usual.of(draft.system.config());
    WorldDraw world = new WorldDraw(fuzz, pace);
    if (!keeping.says(Kept.WORKLOAD)) {
      draft.workload = service.map(this::workload);
      draft.operations = List.of();
    }
    Deployment<?> deployment = protocols.deploy(draft.system);
    fillWorld(draft, world, deployment.budget());
    if (!keeping.says(Kept.CHECKS)) {
      draft.checks = checks(service);
    }
    draft.faults = faults(draft, world, scene(draft, deployment));
  }

  /** What clients do: nothing, when the protocol offers nothing. */
  private Optional<Service> service() {
    List<String> offered = protocols.require(base.system().protocol()).services();
    return base.workload()
        .map(WorkloadSettings::service)
        .or(() -> offered.stream().findFirst())
        .map(Services::named);
  }

  private SystemSection system() {
    return keeping.says(Kept.SYSTEM)
        ? base.system()
        : new SystemDraw(protocols, fuzz).draw(base.system(), keeping.nodes(), luck.at("system"));
  }

  private WorkloadSettings workload(Service service) {
    WorkloadSettings drawn = new WorkloadDraw(fuzz, usual).draw(service, luck.at("workload"));
    return keeping.clients() ? withClients(drawn, base.workload().orElseThrow().clients()) : drawn;
  }

  private static WorkloadSettings withClients(WorkloadSettings drawn, int clients) {
    return new WorkloadSettings(
        drawn.service(), clients, drawn.rate(), drawn.keys(), drawn.mix(), drawn.timeout());
  }

  private void fillWorld(ScenarioDraft draft, WorldDraw world, FaultBudget budget) {
    if (!keeping.says(Kept.NETWORK)) {
      draft.network = world.network(draft.system.nodes(), luck.at("network"));
    }
    if (!keeping.says(Kept.DISK)) {
      draft.disk = world.disk(luck.at("disk"));
    }
    if (!keeping.says(Kept.CLOCKS)) {
      draft.clocks = budget.anyClock() ? world.clocks(luck.at("clocks")) : ClockSettings.TRUE;
    }
  }

  /** All that can be judged, but for limits: those are for one load and one world. */
  private List<Check> checks(Optional<Service> service) {
    List<Check> checks = new ArrayList<>();
    service.flatMap(Service::model).ifPresent(model -> checks.add(new Check.Linearizable()));
    checks.add(new Check.Rules(base.system().protocol()));
    return checks;
  }

  private static Scene scene(ScenarioDraft draft, Deployment<?> deployment) {
    Vocabulary vocabulary = Vocabulary.of(deployment);
    int clients = draft.workload.map(WorkloadSettings::clients).orElse(0);
    return new Scene(
        draft.system.nodes(),
        Roster.numbered("c", clients),
        vocabulary.facts(),
        vocabulary.messages(),
        draft.duration,
        deployment.budget());
  }

  private List<Fault> faults(ScenarioDraft draft, WorldDraw world, Scene scene) {
    FaultDraw draw = new FaultDraw(scene, world, Usual.of(draft.system.config()));
    List<Fault> faults = new ArrayList<>(keeping.says(Kept.FAULTS) ? base.faults() : List.of());
    faults.addAll(draw.draw(kinds(scene), luck.at("faults")));
    if (beyondBudget) {
      faults.addAll(draw.stops(luck.at("stops")));
    }
    return faults;
  }

  private List<FaultKind> kinds(Scene scene) {
    return Arrays.stream(FaultKind.values())
        .filter(kind -> fuzz.faults().map(said -> said.contains(kind.word())).orElse(true))
        .filter(kind -> kind.isTolerated(scene.budget()))
        .toList();
  }
}
