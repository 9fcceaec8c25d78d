package dev.faultline.scenario;

import dev.faultline.values.About;
import dev.faultline.values.Drift;
import dev.faultline.values.Rate;
import dev.faultline.values.Share;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a swarm may draw for each seed. What is left out is drawn from what is usual for the
 * protocol.
 */
public record FuzzSection(
    @About("How many servers there are.") Optional<Possible<Integer>> nodes,
    @About("Length of the fault phase, virtual time.") Optional<Possible<Duration>> duration,
    @About("Settings of the protocol, each with its possible values.")
        Optional<SortedMap<String, Possible<?>>> config,
    @About("How long a server takes to serve one message.")
        Optional<Possible<Duration>> serviceTime,
    @About("Median of a message's one-way travel time; the shape around it is drawn too.")
        Optional<Possible<Duration>> latency,
    @About("Share of messages lost.") Optional<Possible<Share>> loss,
    @About("Share of messages delivered twice.") Optional<Possible<Share>> duplicate,
    @About("Share of messages altered on the way; that is noticed, and they are dropped.")
        Optional<Possible<Share>> corrupt,
    @About("Is there loss in bursts too?") Optional<Possible<Boolean>> burst,
    @About("Are links connections, which keep the order and break with a crash?")
        Optional<Possible<Boolean>> fifo,
    @About("How many links differ from the others.") Optional<Possible<Integer>> links,
    @About("Median length of a sync; the shape around it is drawn too.")
        Optional<Possible<Duration>> sync,
    @About("Share of unsynced writes that a crash damages.") Optional<Possible<Share>> damage,
    @About("May a crash keep a later unsynced record and lose an earlier one?")
        Optional<Possible<Boolean>> holes,
    @About("The greatest drift of clocks, either way.") Optional<Possible<Drift>> drift,
    @About("The greatest error of a wall clock at the start, either way.")
        Optional<Possible<Duration>> offset,
    @About("How many clients there are.") Optional<Possible<Integer>> clients,
    @About("Operations per second of all clients together.") Optional<Possible<Rate>> rate,
    @About("How many keys the operations use.") Optional<Possible<Integer>> keys,
    @About("The share of each kind of operation; together 100%.")
        Optional<Possible<SortedMap<String, Share>>> mix,
    @About("When an open operation is given up and counts as unknown.")
        Optional<Possible<Duration>> timeout,
    @About("What may go wrong: any kind of fault, or a list of kinds.")
        Optional<List<String>> faults,
    @About("Sections of the scenario that stay as they are.") List<Kept> keep) {
  public FuzzSection {
    faults = faults.map(List::copyOf);
    keep = List.copyOf(keep);
  }

  /** Nothing but what is usual. */
  public static final FuzzSection USUAL =
      new FuzzSection(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** A section of the scenario that nothing is drawn for. */
  public enum Kept {
    /** The servers, their number and their settings. */
    SYSTEM,
    NETWORK,
    DISK,
    CLOCKS,
    /** What clients do, explicit operations included. */
    WORKLOAD,
    /** The scenario's own faults; what is drawn comes on top. */
    FAULTS,
    CHECKS
  }
}
