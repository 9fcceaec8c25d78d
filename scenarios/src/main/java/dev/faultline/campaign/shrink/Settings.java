package dev.faultline.campaign.shrink;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.scenario.NetworkSection;
import dev.faultline.scenario.Scenario;
import dev.faultline.scenario.SystemSection;
import dev.faultline.values.RecordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Puts settings back to their defaults: a section as a whole, or one value of it. */
final class Settings {
  private static final List<Section> SECTIONS =
      List.of(
          new Section(Scenario::network, Settings::withNetwork),
          new Section(Scenario::disk, Settings::withDisk),
          new Section(Scenario::clocks, Settings::withClocks),
          new Section(scenario -> scenario.system().config(), Settings::withConfig));

  private final Scenario defaults;

  /** A part of a scenario that is a record. */
  private record Section(
      Function<Scenario, Record> get, BiFunction<Scenario, Record, Scenario> set) {}

  /**
   * @param defaults a scenario about the same protocol that says nothing
   */
  Settings(Scenario defaults) {
    this.defaults = defaults;
  }

  /** The scenario in a world in which nothing is said about network, disks, clocks, chance. */
  Scenario plain(Scenario scenario) {
    return withoutWorkload(scenario)
        .edited(draft -> {
          draft.network = defaults.network();
          draft.disk = defaults.disk();
          draft.clocks = defaults.clocks();
          draft.chance = Optional.empty();
          draft.bounds = defaults.bounds();
          draft.system = system(scenario, defaults.system().config(), false);
        });
  }

  /** Generated operations are off; only their time limit still has a meaning. */
  private Scenario withoutWorkload(Scenario scenario) {
    return scenario.edited(draft -> draft.workload = Parts.clients(scenario, defaults));
  }

  /**
   * The scenario with one thing more at its default, in every possible way; the large ones first.
   */
  List<Scenario> simpler(Scenario scenario) {
    List<Scenario> simpler = new ArrayList<>(List.of(plain(scenario), withoutWorkload(scenario)));
    for (Section section : SECTIONS) {
      simpler.add(section.set().apply(scenario, section.get().apply(defaults)));
    }
    simpler.add(scenario.edited(draft -> draft.chance = Optional.empty()));
    simpler.add(scenario.edited(draft -> draft.bounds = defaults.bounds()));
    simpler.add(withoutServiceTime(scenario));
    for (Section section : SECTIONS) {
      simpler.addAll(withOneDefault(scenario, section));
    }
    simpler.removeIf(scenario::equals);
    return simpler.stream().distinct().toList();
  }

  private List<Scenario> withOneDefault(Scenario scenario, Section section) {
    Record present = section.get().apply(scenario);
    Record usual = section.get().apply(defaults);
    RecordShape shape = RecordShape.of(present.getClass());
    return IntStream.range(0, shape.size())
        .filter(i -> !Objects.equals(shape.read(present, i), shape.read(usual, i)))
        .mapToObj(i -> shape.with(present, i, Objects.requireNonNull(shape.read(usual, i))))
        .flatMap(Optional::stream)
        .map(record -> section.set().apply(scenario, (Record) record))
        .toList();
  }

  /** The scenario with servers that serve in no time. */
  static Scenario withoutServiceTime(Scenario scenario) {
    return withSystem(scenario, system(scenario, scenario.system().config(), false));
  }

  private static SystemSection system(Scenario scenario, Record config, boolean serviceTime) {
    SystemSection system = scenario.system();
    return new SystemSection(
        system.protocol(),
        system.nodes(),
        config,
        system.flaw(),
        serviceTime ? system.serviceTime() : Optional.empty());
  }

  private static Scenario withSystem(Scenario scenario, SystemSection system) {
    return scenario.edited(draft -> draft.system = system);
  }

  /** The scenario with another configuration of the protocol. */
  static Scenario withConfig(Scenario scenario, Record config) {
    return withSystem(scenario, system(scenario, config, true));
  }

  private static Scenario withNetwork(Scenario scenario, Record network) {
    return scenario.edited(draft -> draft.network = (NetworkSection) network);
  }

  private static Scenario withDisk(Scenario scenario, Record disk) {
    return scenario.edited(draft -> draft.disk = (DiskSettings) disk);
  }

  private static Scenario withClocks(Scenario scenario, Record clocks) {
    return scenario.edited(draft -> draft.clocks = (ClockSettings) clocks);
  }
}
