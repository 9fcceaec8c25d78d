package dev.faultline.fault;

import dev.faultline.network.Endpoint;
import dev.faultline.network.LinkFilter;
import dev.faultline.network.MessageRule;
import dev.faultline.network.Network;
import dev.faultline.trace.TypeName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does something to the next messages of a kind, and leaves the network when they have passed. */
final class MatchedMessages implements MessageRule {
  private final Network network;
  private final LinkFilter links;
  private final @Nullable String type;
  private final Optional<Interference> interference;
  private int left;

  /**
   * @param type the name of their class; null for any
   * @param count how many there are, at least 1
   */
  MatchedMessages(
      Network network,
      LinkFilter links,
      @Nullable String type,
      int count,
      Interference interference) {
    this.network = network;
    this.links = links;
    this.type = type;
    this.left = count;
    this.interference = Optional.of(interference);
  }

  @Override
  public Optional<Interference> judge(Endpoint from, Endpoint to, Object message) {
    if (!links.covers(from, to)
        || (type != null && !type.equals(TypeName.of(message.getClass()).name()))) {
      return Optional.empty();
    }
    left--;
    if (left == 0) {
      network.removeRule(this);
    }
    return interference;
  }
}
