package dev.faultline.scenario;

import dev.faultline.fault.Cut;
import dev.faultline.values.About;
import dev.faultline.values.NodeId;
import java.util.List;

/** A cut in one direction, as scenarios write it. */
record OneWayKeys(
    @About("Whose messages are lost, one or a list.") List<NodeId> from,
    @About("Whom they do not reach, one or a list.") List<NodeId> to) {
  static OneWayKeys of(Cut.OneWay cut) {
    return new OneWayKeys(cut.from(), cut.to());
  }

  Cut.OneWay cut() {
    return new Cut.OneWay(from, to);
  }
}
