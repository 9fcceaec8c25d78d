package dev.faultline.network;

import dev.faultline.engine.Engine;
import dev.faultline.engine.Event;
import dev.faultline.engine.Receiver;
import dev.faultline.random.Choices;
import dev.faultline.random.Corruption;
import dev.faultline.random.Decision;
import dev.faultline.random.Draws;
import dev.faultline.random.Ordinals;
import dev.faultline.trace.Recorder;
import dev.faultline.trace.TraceEntry;
import dev.faultline.values.Hash;
import dev.faultline.values.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages. Loss, duplication, corruption and delay are decided when a message is sent;
 * cuts, clogs, crashes and pauses are judged when it arrives.
 */
public final class Network implements Receiver {
  private static final int INTACT = 0;
  private static final int CORRUPT = 1;

  private final Engine engine;
  private final Recorder recorder;
  private final Choices choices;
  private final Ordinals ordinals;
  private final NetworkSettings settings;
  private final Directory directory = new Directory();
  private final Bursts bursts;
  private final List<LinkFilter> cuts = new ArrayList<>();
  private final List<Clog> clogs = new ArrayList<>();
  private final List<Noise> noises = new ArrayList<>();
  private final List<MessageRule> rules = new ArrayList<>();
  private final Map<Long, Long> lastArrivals = new HashMap<>();
  private final boolean uniform;
  private long sent;

  private static final class Clog {
    private final LinkFilter links;
    private final List<Event> held = new ArrayList<>();

    Clog(LinkFilter links) {
      this.links = links;
    }
  }

  public Network(
      Engine engine,
      Recorder recorder,
      Choices choices,
      Ordinals ordinals,
      NetworkSettings settings) {
    this.engine = engine;
    this.recorder = recorder;
    this.choices = choices;
    this.ordinals = ordinals;
    this.settings = settings;
    this.bursts = new Bursts(choices);
    this.uniform = settings.classes().isEmpty();
  }

  /** Connects an endpoint. */
  public void connect(Endpoint endpoint) {
    directory.add(endpoint);
  }

  /** Sends a message; the sender's handler is running. */
  public void send(Endpoint from, NodeId to, Object message) {
    sent++;
    Endpoint receiver = directory.find(to);
    if (recorder.isTracing()) {
      recorder.trace(
          new TraceEntry.Sent(
              recorder.current(),
              engine.now(),
              from.id(),
              to,
              message.getClass().getSimpleName(),
              message.toString()));
    }
    if (receiver == null) {
      lost(from, to, message, "unknown");
    } else if (receiver == from) {
      dispatch(from, receiver, message, engine.now(), INTACT);
    } else {
      transmit(from, receiver, message);
    }
  }

  private void transmit(Endpoint from, Endpoint to, Object message) {
    LinkSettings link = link(from, to);
    long who = Hash.combine(from.id().key(), to.id().key());
    long now = engine.now();
    int ordinal = ordinals.next(who, now);
    Optional<MessageRule.Interference> forced =
        rules.isEmpty() ? Optional.empty() : interference(from, to, message);
    if (forced.isPresent() && forced.get().drop()) {
      lost(from, to.id(), message, "dropped");
      return;
    }
    if (isLost(link, who, now, ordinal)) {
      lost(from, to.id(), message, "lost");
      return;
    }
    boolean corrupt =
        (forced.isPresent() && forced.get().corrupt())
            || happens(link.corrupt().value(), Decision.CORRUPTION, who, now, ordinal);
    int state = corrupt ? CORRUPT : INTACT;
    long delay = link.latency().sample(choices.bits(Decision.DELAY, who, now, ordinal));
    long extra = forced.isPresent() ? forced.get().delayNanos() : 0;
    long arrival = arrival(link, who, now + delay + extra);
    dispatch(from, to, message, arrival, state);
    if (forced.isPresent() && forced.get().copyAfterNanos() >= 0) {
      dispatch(from, to, message, arrival + forced.get().copyAfterNanos(), state);
    }
    if (happens(link.duplicate().value(), Decision.DUPLICATE, who, now, ordinal)) {
      long again = link.latency().sample(choices.bits(Decision.DUPLICATE_DELAY, who, now, ordinal));
      dispatch(from, to, message, arrival(link, who, now + again), state);
    }
  }

  private LinkSettings link(Endpoint from, Endpoint to) {
    LinkSettings link = uniform ? settings.link() : classOf(from, to);
    for (int i = 0; i < noises.size(); i++) {
      Noise noise = noises.get(i);
      if (noise.links().covers(from, to)) {
        link = noise.over(link);
      }
    }
    return link;
  }

  private LinkSettings classOf(Endpoint from, Endpoint to) {
    for (LinkClass candidate : settings.classes()) {
      if (candidate.covers(from.id(), to.id())) {
        return candidate.settings();
      }
    }
    return settings.link();
  }

  private Optional<MessageRule.Interference> interference(
      Endpoint from, Endpoint to, Object message) {
    for (MessageRule rule : rules) {
      Optional<MessageRule.Interference> judged = rule.judge(from, to, message);
      if (judged.isPresent()) {
        return judged;
      }
    }
    return Optional.empty();
  }

  private boolean isLost(LinkSettings link, long who, long now, int ordinal) {
    if (happens(link.loss().value(), Decision.LOSS, who, now, ordinal)) {
      return true;
    }
    if (link.burst().isEmpty()) {
      return false;
    }
    BurstLoss burst = link.burst().get();
    return bursts.isBad(who, burst, now)
        && happens(burst.loss().value(), Decision.BURST_LOSS, who, now, ordinal);
  }

  private boolean happens(double share, Decision decision, long who, long now, int ordinal) {
    return share > 0 && Draws.chance(choices.bits(decision, who, now, ordinal), share);
  }

  /** On a connection nothing overtakes. */
  private long arrival(LinkSettings link, long who, long time) {
    if (!link.fifo()) {
      return time;
    }
    long inOrder = Math.max(time, lastArrivals.getOrDefault(who, 0L));
    lastArrivals.put(who, inOrder);
    return inOrder;
  }

  private void dispatch(Endpoint from, Endpoint to, Object message, long time, int state) {
    Event event = engine.schedule(time, this);
    event.subject = message;
    event.origin = from;
    event.destination = to;
    event.life = to.life();
    event.lifeOfOrigin = from.life();
    event.cause = recorder.current();
    event.code = state;
  }

  /** A message arrives. */
  @Override
  public void fire(Event event) {
    Endpoint from = origin(event);
    Endpoint to = destination(event);
    if (!cuts.isEmpty() && isCut(from, to)) {
      undelivered(event, "cut");
    } else if (!clogs.isEmpty() && isHeld(event, from, to)) {
      event.keep();
    } else if (from != to && isDisconnected(event, from, to)) {
      undelivered(event, "disconnected");
    } else if (!to.isUp()) {
      undelivered(event, "down");
    } else if (event.code == INTACT || takeAltered(event, from, to)) {
      to.arrive(event);
    }
  }

  private boolean isDisconnected(Event event, Endpoint from, Endpoint to) {
    return (event.life != to.life() || event.lifeOfOrigin != from.life()) && link(from, to).fifo();
  }

  private boolean isCut(Endpoint from, Endpoint to) {
    for (int i = 0; i < cuts.size(); i++) {
      if (cuts.get(i).covers(from, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeld(Event event, Endpoint from, Endpoint to) {
    for (Clog clog : clogs) {
      if (clog.links.covers(from, to)) {
        clog.held.add(event);
        return true;
      }
    }
    return false;
  }

  /** With checksums an altered message is dropped; without, it arrives as another message. */
  private boolean takeAltered(Event event, Endpoint from, Endpoint to) {
    Object message = event.subject;
    Optional<Object> altered = Optional.empty();
    if (!settings.checksums() && message != null) {
      long who = Hash.combine(from.id().key(), to.id().key()) ^ Decision.CORRUPTION.key();
      long now = engine.now();
      long bits = choices.bits(Decision.CORRUPTION, who, now, ordinals.next(who, now));
      altered = Corruption.alter(message, bits);
    }
    if (altered.isEmpty()) {
      undelivered(event, "corrupt");
      return false;
    }
    event.subject = altered.get();
    return true;
  }

  private void undelivered(Event event, String why) {
    if (recorder.isTracing() && event.subject != null) {
      lost(origin(event), destination(event).id(), event.subject, why);
    }
  }

  private void lost(Endpoint from, NodeId to, Object message, String why) {
    if (recorder.isTracing()) {
      recorder.trace(
          new TraceEntry.Lost(
              recorder.current(),
              engine.now(),
              from.id(),
              to,
              message.getClass().getSimpleName(),
              why));
    }
  }

  /**
   * Cuts links until {@link #mend} with the same filter. A link is cut while any filter covers it.
   */
  public void cut(LinkFilter links) {
    cuts.add(links);
  }

  public void mend(LinkFilter links) {
    cuts.remove(links);
  }

  /** Holds back what arrives over links until {@link #unclog} with the same filter. */
  public void clog(LinkFilter links) {
    clogs.add(new Clog(links));
  }

  /** Lets go what a clog holds, in the order in which it arrived. */
  public void unclog(LinkFilter links) {
    for (int i = 0; i < clogs.size(); i++) {
      Clog clog = clogs.get(i);
      if (clog.links == links) {
        clogs.remove(i);
        for (Event event : clog.held) {
          engine.reschedule(event, engine.now(), engine.nextSequence());
        }
        return;
      }
    }
  }

  /** Adds noise; the newest on a link counts, setting by setting. */
  public void addNoise(Noise noise) {
    noises.add(noise);
  }

  public void removeNoise(Noise noise) {
    noises.remove(noise);
  }

  /** Adds a rule for single messages; the first that has an opinion decides. */
  public void addRule(MessageRule rule) {
    rules.add(rule);
  }

  public void removeRule(MessageRule rule) {
    rules.remove(rule);
  }

  /** Delivers a waiting message at once, before whatever else is due. */
  public void deliverNow(Event waiting) {
    Event event = engine.detached(this);
    event.subject = waiting.subject;
    event.origin = waiting.origin;
    event.destination = waiting.destination;
    event.life = waiting.life;
    event.lifeOfOrigin = waiting.lifeOfOrigin;
    event.cause = waiting.cause;
    event.code = waiting.code;
    Engine.defuse(waiting);
    engine.fireNow(event);
  }

  /** How many endpoints are connected. */
  public int size() {
    return directory.size();
  }

  /** How many messages were sent. */
  public long sent() {
    return sent;
  }

  /** The endpoint of this name; null when there is none. */
  public @Nullable Endpoint find(NodeId id) {
    return directory.find(id);
  }

  /** Who sent the message of an entry. */
  public static Endpoint origin(Event event) {
    if (event.origin instanceof Endpoint endpoint) {
      return endpoint;
    }
    throw new IllegalStateException("not a message");
  }

  /** Whom the message of an entry is meant for. */
  public static Endpoint destination(Event event) {
    if (event.destination instanceof Endpoint endpoint) {
      return endpoint;
    }
    throw new IllegalStateException("not a message");
  }
}
