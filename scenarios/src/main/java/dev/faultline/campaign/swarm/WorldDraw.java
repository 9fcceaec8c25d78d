package dev.faultline.campaign.swarm;

import dev.faultline.clock.ClockSettings;
import dev.faultline.disk.DiskSettings;
import dev.faultline.network.BurstLoss;
import dev.faultline.random.Distribution;
import dev.faultline.scenario.FuzzSection;
import dev.faultline.scenario.NetworkSection;
import dev.faultline.scenario.Possible;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the network, the disks and the clocks. */
final class WorldDraw {
  /** Some networks lose nothing at all, and deliver everything once. */
  private static final double FAULTLESS = 0.3;

  private final FuzzSection fuzz;
  private final Usual usual;

  WorldDraw(FuzzSection fuzz, Usual usual) {
    this.fuzz = fuzz;
    this.usual = usual;
  }

  NetworkSection network(List<NodeId> nodes, Luck luck) {
    boolean faultless = luck.at("faultless").chance(FAULTLESS);
    return new NetworkSection(
        latency(luck.at("latency")),
        share(fuzz.loss(), Usual.LOSS, faultless, luck.at("loss")),
        share(fuzz.duplicate(), Usual.DUPLICATE, faultless, luck.at("duplicate")),
        share(fuzz.corrupt(), Usual.CORRUPT, faultless, luck.at("corrupt")),
        burst(luck.at("burst"), !faultless),
        Spread.draw(fuzz.fifo().orElse(Usual.FIFO), luck.at("fifo")),
        true,
        links(nodes, luck.at("links")));
  }

  private static Share share(
      Optional<Possible<Share>> stated, Possible<Share> usually, boolean faultless, Luck luck) {
    if (stated.isEmpty() && faultless) {
      return Share.NONE;
    }
    return Spread.draw(stated.orElse(usually), luck);
  }

  private Distribution latency(Luck luck) {
    Duration median = Spread.draw(fuzz.latency().orElseGet(usual::latency), luck);
    return Shapes.around(median, luck.at("shape"));
  }

  private Optional<BurstLoss> burst(Luck luck, boolean usually) {
    boolean present =
        fuzz.burst().isPresent()
            ? Spread.draw(fuzz.burst().get(), luck)
            : usually && Spread.draw(Usual.BURST, luck);
    return present ? Optional.of(bursts(luck)) : Optional.empty();
  }

  /** Stretches of loss from single messages to many times the protocol's waits. */
  BurstLoss bursts(Luck luck) {
    return new BurstLoss(
        usual.drawn(0.1, 30, luck.at("good")),
        usual.drawn(0.01, 3, luck.at("bad")),
        new Share(luck.at("share").pick(List.of(0.2, 0.5, 0.9, 1.0))));
  }

  /** Single links that are slower, faster or worse than the others, one way each. */
  private List<NetworkSection.Link> links(List<NodeId> nodes, Luck luck) {
    int count = Spread.draw(fuzz.links().orElse(Usual.LINKS), luck);
    List<NetworkSection.Link> links = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      links.add(link(nodes, luck.at("link", i)));
    }
    return links;
  }

  private NetworkSection.Link link(List<NodeId> nodes, Luck luck) {
    boolean anywhere = luck.at("anywhere").chance(0.3);
    boolean lossy = luck.at("lossy").chance(0.3);
    return new NetworkSection.Link(
        List.of(luck.at("from").pick(nodes)),
        anywhere ? List.of() : List.of(luck.at("to").pick(nodes)),
        Optional.of(latency(luck.at("latency"))),
        lossy
            ? Optional.of(Spread.draw(fuzz.loss().orElse(Usual.LOSS), luck.at("loss")))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  DiskSettings disk(Luck luck) {
    Duration sync = Spread.draw(fuzz.sync().orElseGet(usual::sync), luck.at("sync"));
    return new DiskSettings(
        Shapes.around(sync, luck.at("shape")),
        Spread.draw(fuzz.damage().orElse(Usual.DAMAGE), luck.at("damage")),
        Spread.draw(fuzz.holes().orElse(Usual.HOLES), luck.at("holes")),
        true);
  }

  ClockSettings clocks(Luck luck) {
    return new ClockSettings(
        Spread.draw(fuzz.drift().orElse(Usual.DRIFT), luck.at("drift")),
        Spread.draw(fuzz.offset().orElseGet(usual::offset), luck.at("offset")));
  }
}
