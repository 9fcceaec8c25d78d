package dev.faultline.network;

import dev.faultline.engine.Event;
import dev.faultline.values.NodeId;

/** An end of a link: a machine that sends and receives. */
public interface Endpoint {
  /** Its name. */
  NodeId id();

  /** A hash of its name, at hand. */
  long key();

  /** Its place among the endpoints of the network, from 0; it enters no key. */
  int index();

  /** Which life it is in; grows with each crash. */
  int life();

  /** Is it running or paused, rather than down? */
  boolean isUp();

  /** A message has arrived: {@code event.subject} from the node {@code event.origin}. */
  void arrive(Event event);
}
