package dev.faultline.campaign.swarm;

import dev.faultline.random.Distribution;
import dev.faultline.scenario.FuzzSection;
import dev.faultline.scenario.Possible;
import dev.faultline.scenario.Protocols;
import dev.faultline.scenario.SystemSection;
import dev.faultline.scenario.form.Roster;
import dev.faultline.values.NodeId;
import dev.faultline.values.RecordShape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Draws the servers and their settings. What the protocol refuses is drawn again, a few times; then
 * that part stays as the scenario has it.
 */
final class SystemDraw {
  private static final int ATTEMPTS = 8;

  private final Protocols protocols;
  private final FuzzSection fuzz;

  SystemDraw(Protocols protocols, FuzzSection fuzz) {
    this.protocols = protocols;
    this.fuzz = fuzz;
  }

  SystemSection draw(SystemSection base, boolean keepsNodes, Luck luck) {
    SystemSection sized = keepsNodes ? base : withNodes(base, luck.at("nodes"));
    SystemSection configured = withConfig(sized, luck.at("config"));
    return withServiceTime(configured, luck.at("serviceTime"));
  }

  private SystemSection withNodes(SystemSection base, Luck luck) {
    Possible<Integer> nodes = fuzz.nodes().orElse(Usual.NODES);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int count = Spread.draw(nodes, luck.at("attempt", attempt));
      List<NodeId> servers = Roster.numbered("n", count);
      SystemSection drawn =
          new SystemSection(
              base.protocol(), servers, base.config(), base.flaw(), base.serviceTime());
      if (works(drawn)) {
        return drawn;
      }
    }
    return base;
  }

  private boolean works(SystemSection system) {
    try {
      protocols.deploy(system);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private SystemSection withServiceTime(SystemSection base, Luck luck) {
    Usual usual = Usual.of(base.config());
    Duration time = Spread.draw(fuzz.serviceTime().orElseGet(usual::serviceTime), luck);
    Optional<Distribution> service =
        time.isZero() ? Optional.empty() : Optional.of(Shapes.around(time, luck.at("shape")));
    return new SystemSection(base.protocol(), base.nodes(), base.config(), base.flaw(), service);
  }

  private SystemSection withConfig(SystemSection base, Luck luck) {
    SystemSection drawn = base;
    SortedMap<Integer, Object> wanted = wanted(base.config(), luck);
    // A setting may be possible only once another has changed: those refused get a second chance.
    for (int round = 0; round < 2; round++) {
      SortedMap<Integer, Object> refused = new TreeMap<>();
      for (Map.Entry<Integer, Object> setting : wanted.entrySet()) {
        Optional<SystemSection> changed = with(drawn, setting.getKey(), setting.getValue());
        if (changed.isEmpty()) {
          refused.put(setting.getKey(), setting.getValue());
        }
        drawn = changed.orElse(drawn);
      }
      wanted = refused;
    }
    return drawn;
  }

  private SortedMap<Integer, Object> wanted(Record config, Luck luck) {
    RecordShape shape = RecordShape.of(config.getClass());
    SettingDraw usually = new SettingDraw(luck);
    SortedMap<String, Possible<?>> stated = fuzz.config().orElseGet(TreeMap::new);
    SortedMap<Integer, Object> wanted = new TreeMap<>();
    for (int i = 0; i < shape.size(); i++) {
      Object value = shape.read(config, i);
      Luck own = luck.at(shape.name(i));
      Possible<?> possible = stated.get(shape.name(i));
      if (possible != null) {
        Object drawn = Spread.draw(possible, own);
        wanted.put(i, value instanceof Optional ? Optional.of(drawn) : drawn);
      } else if (value != null) {
        wanted.put(i, usually.draw(value, own));
      }
    }
    return wanted;
  }

  /** The system with one setting changed; empty when the protocol refuses it. */
  private Optional<SystemSection> with(SystemSection system, int setting, Object value) {
    Record config = system.config();
    return RecordShape.of(config.getClass())
        .with(config, setting, value)
        .map(changed -> with(system, (Record) changed))
        .filter(this::works);
  }

  private static SystemSection with(SystemSection system, Record config) {
    return new SystemSection(
        system.protocol(), system.nodes(), config, system.flaw(), system.serviceTime());
  }
}
