package dev.faultline.scenario;

import dev.faultline.network.BurstLoss;
import dev.faultline.network.LinkClass;
import dev.faultline.network.LinkSettings;
import dev.faultline.network.NetworkSettings;
import dev.faultline.random.Distribution;
import dev.faultline.values.About;
import dev.faultline.values.NodeId;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The network between all nodes, clients included. */
public record NetworkSection(
    @About("One-way travel time of a message.") Distribution latency,
    @About("Share of messages lost.") Share loss,
    @About("Share of messages delivered twice.") Share duplicate,
    @About("Share of messages altered on the way.") Share corrupt,
    @About("Loss in bursts, on top of the share of messages lost.") Optional<BurstLoss> burst,
    @About("Are links connections, which keep the order and break with a crash?") boolean fifo,
    @About("Are altered messages noticed and dropped? Without, they are delivered.")
        boolean checksums,
    @About("Links that differ; the first that covers a link decides.") List<Link> links) {
  /** Messages take a millisecond and nothing goes wrong. */
  public static final NetworkSection CALM =
      new NetworkSection(
          new Distribution.Constant(Duration.ofMillis(1)),
          Share.NONE,
          Share.NONE,
          Share.NONE,
          Optional.empty(),
          false,
          true,
          List.of());

  public NetworkSection {
    links = List.copyOf(links);
  }

  /** The settings that the simulation takes; links inherit what they leave open. */
  NetworkSettings settings() {
    LinkSettings usual = new LinkSettings(latency, loss, duplicate, corrupt, burst, fifo);
    return new NetworkSettings(
        usual, links.stream().map(link -> link.over(usual)).toList(), checksums);
  }

  /** Links that differ from the others, one way; what is left open is as everywhere else. */
  public record Link(
      @About("The senders, one or a list; all when left out.") List<NodeId> from,
      @About("The receivers, one or a list; all when left out.") List<NodeId> to,
      @About("One-way travel time of a message.") Optional<Distribution> latency,
      @About("Share of messages lost.") Optional<Share> loss,
      @About("Share of messages delivered twice.") Optional<Share> duplicate,
      @About("Share of messages altered on the way.") Optional<Share> corrupt,
      @About("Loss in bursts, on top of the share of messages lost.") Optional<BurstLoss> burst,
      @About("Are the links connections, which keep the order and break with a crash?")
          Optional<Boolean> fifo) {
    public Link {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    private LinkClass over(LinkSettings usual) {
      return new LinkClass(
          from,
          to,
          new LinkSettings(
              latency.orElse(usual.latency()),
              loss.orElse(usual.loss()),
              duplicate.orElse(usual.duplicate()),
              corrupt.orElse(usual.corrupt()),
              burst.or(usual::burst),
              fifo.orElse(usual.fifo())));
    }
  }
}
