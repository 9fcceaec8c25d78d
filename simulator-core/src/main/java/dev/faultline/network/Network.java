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

/**
 * Carries messages. Loss, duplication, corruption and delay are decided when a message is sent;
 * cuts, clogs, crashes and pauses are judged when it arrives.
 */
public final class Network implements Receiver {
  private static final byte INTACT = 0;
  private static final byte CORRUPT = 1;

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
  private final Link defaultLink;
  private final Link[] classes;
  private final boolean anyFifo;
  private boolean isCalm;
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
    this.defaultLink = new Link(settings.link());
    this.classes =
        settings.classes().stream().map(each -> new Link(each.settings())).toArray(Link[]::new);
    this.anyFifo =
        settings.link().fifo()
            || settings.classes().stream().anyMatch(each -> each.settings().fifo());
    noticeCalm();
  }

  /** Connects an endpoint. */
  public void connect(Endpoint endpoint) {
    directory.add(endpoint);
  }

  /** Sends a message; the sender's handler is running. */
  public void send(Endpoint from, NodeId to, Object message) {
    sent++;
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
    Endpoint receiver = directory.find(to);
    if (receiver == null) {
      lost(from.id(), to, message, "unknown");
    } else if (receiver == from) {
      dispatch(from, receiver, message, engine.now(), INTACT, 0);
    } else {
      transmit(from, to, receiver, message);
    }
  }

  private void transmit(Endpoint from, NodeId receiver, Endpoint to, Object message) {
    Link link = link(from, to);
    long who = Hash.combine(from.key(), receiver.key());
    long now = engine.now();
    int ordinal = ordinals.next(who, now);
    Optional<MessageRule.Interference> forced =
        rules.isEmpty() ? Optional.empty() : interference(from, to, message);
    if (forced.isPresent() && forced.get().drop()) {
      lost(from.id(), receiver, message, "dropped");
      return;
    }
    if (isLost(link, who, now, ordinal)) {
      lost(from.id(), receiver, message, "lost");
      return;
    }
    boolean corrupt =
        (forced.isPresent() && forced.get().corrupt())
            || happens(link.corrupt, Decision.CORRUPTION, who, now, ordinal);
    byte state = corrupt ? CORRUPT : INTACT;
    int lives = link.fifo ? lives(from, to) : 0;
    long delay = link.latency.sample(choices.bits(Decision.DELAY, who, now, ordinal));
    long extra = forced.isPresent() ? forced.get().delayNanos() : 0;
    long arrival = arrival(link, who, lives, now + delay + extra);
    dispatch(from, to, message, arrival, state, lives);
    if (forced.isPresent() && forced.get().copyAfterNanos() >= 0) {
      long again = arrival(link, who, lives, arrival + forced.get().copyAfterNanos());
      dispatch(from, to, message, again, state, lives);
    }
    if (happens(link.duplicate, Decision.DUPLICATE, who, now, ordinal)) {
      long again = link.latency.sample(choices.bits(Decision.DUPLICATE_DELAY, who, now, ordinal));
      dispatch(from, to, message, arrival(link, who, lives, now + again), state, lives);
    }
  }

  private Link link(Endpoint from, Endpoint to) {
    Link link = classes.length == 0 ? defaultLink : classOf(from, to);
    for (int i = 0; i < noises.size(); i++) {
      Noise noise = noises.get(i);
      if (noise.links().covers(from, to)) {
        link = link.under(noise);
      }
    }
    return link;
  }

  private Link classOf(Endpoint from, Endpoint to) {
    for (int i = 0; i < classes.length; i++) {
      if (settings.classes().get(i).covers(from.id(), to.id())) {
        return classes[i];
      }
    }
    return defaultLink;
  }

  private Optional<MessageRule.Interference> interference(
      Endpoint from, Endpoint to, Object message) {
    for (int i = 0; i < rules.size(); i++) {
      Optional<MessageRule.Interference> judged = rules.get(i).judge(from, to, message);
      if (judged.isPresent()) {
        return judged;
      }
    }
    return Optional.empty();
  }

  private boolean isLost(Link link, long who, long now, int ordinal) {
    if (happens(link.loss, Decision.LOSS, who, now, ordinal)) {
      return true;
    }
    BurstLoss burst = link.burst;
    return burst != null
        && bursts.isBad(who, burst, now)
        && happens(burst.loss().value(), Decision.BURST_LOSS, who, now, ordinal);
  }

  private boolean happens(double share, Decision decision, long who, long now, int ordinal) {
    return share > 0 && Draws.chance(choices.bits(decision, who, now, ordinal), share);
  }

  /** On a connection nothing overtakes; a crash of either end makes a new connection. */
  private long arrival(Link link, long who, int lives, long time) {
    if (!link.fifo) {
      return time;
    }
    long connection = Hash.combine(who, lives);
    long inOrder = Math.max(time, lastArrivals.getOrDefault(connection, 0L));
    lastArrivals.put(connection, inOrder);
    return inOrder;
  }

  /**
   * When the last message that is on its way over a connection arrives, virtual nanoseconds; what
   * is sent now comes after it.
   */
  public long lastArrivalInOrder() {
    return lastArrivals.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Lives only grow, so their sum tells whether either end has crashed meanwhile. */
  private static int lives(Endpoint from, Endpoint to) {
    return from.life() + to.life();
  }

  private void dispatch(
      Endpoint from, Endpoint to, Object message, long time, byte state, int lives) {
    Event event = engine.schedule(time, this);
    event.subject = message;
    event.origin = from.id();
    event.originKey = from.key();
    event.destination = to;
    event.life = lives;
    event.cause = recorder.current();
    event.code = state;
  }

  /** A message arrives. */
  @Override
  public void fire(Event event) {
    Endpoint to = destination(event);
    if (!isCalm && isStopped(event, to)) {
      return;
    }
    if (!to.isUp()) {
      undelivered(event, "down");
    } else if (event.code == INTACT || takeAltered(event, to)) {
      to.arrive(event);
    }
  }

  /** Does something on the way keep the message from arriving? */
  private boolean isStopped(Event event, Endpoint to) {
    Endpoint from = directory.find(origin(event));
    if (from == null || from == to) {
      return false;
    }
    if (isCut(from, to)) {
      undelivered(event, "cut");
      return true;
    }
    if (isHeld(event, from, to)) {
      event.keep();
      return true;
    }
    if (link(from, to).fifo && event.life != lives(from, to)) {
      undelivered(event, "disconnected");
      return true;
    }
    return false;
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
    for (int i = 0; i < clogs.size(); i++) {
      if (clogs.get(i).links.covers(from, to)) {
        clogs.get(i).held.add(event);
        return true;
      }
    }
    return false;
  }

  /** With checksums an altered message is dropped; without, it arrives as another message. */
  private boolean takeAltered(Event event, Endpoint to) {
    Object message = event.subject;
    Optional<Object> altered = Optional.empty();
    if (!settings.checksums() && message != null) {
      long who = Hash.combine(event.originKey, to.key()) ^ Decision.CORRUPTION.key();
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

  private void lost(NodeId from, NodeId to, Object message, String why) {
    if (recorder.isTracing()) {
      recorder.trace(
          new TraceEntry.Lost(
              recorder.current(), engine.now(), from, to, message.getClass().getSimpleName(), why));
    }
  }

  /**
   * Cuts links until {@link #mend} with the same filter. A link is cut while any filter covers it.
   */
  public void cut(LinkFilter links) {
    cuts.add(links);
    noticeCalm();
  }

  public void mend(LinkFilter links) {
    cuts.remove(links);
    noticeCalm();
  }

  /** Holds back what arrives over links until {@link #unclog} with the same filter. */
  public void clog(LinkFilter links) {
    clogs.add(new Clog(links));
    noticeCalm();
  }

  /**
   * Lets go what a clog holds, in the order in which it arrived and before what arrives just now.
   */
  public void unclog(LinkFilter links) {
    for (int i = 0; i < clogs.size(); i++) {
      Clog clog = clogs.get(i);
      if (clog.links == links) {
        clogs.remove(i);
        noticeCalm();
        for (Event event : clog.held) {
          engine.reschedule(event, engine.now(), engine.nextSequenceBeforeFaults());
        }
        return;
      }
    }
  }

  /** Most of the time nothing is in the way, and one look tells. */
  private void noticeCalm() {
    isCalm = cuts.isEmpty() && clogs.isEmpty() && !anyFifo;
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
    event.originKey = waiting.originKey;
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

  /** Who sent the message of an entry. */
  public static NodeId origin(Event event) {
    if (event.origin instanceof NodeId node) {
      return node;
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
