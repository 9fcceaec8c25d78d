package dev.faultline.disk;

import dev.faultline.engine.Engine;
import dev.faultline.engine.Event;
import dev.faultline.engine.Receiver;
import dev.faultline.engine.Slowdown;
import dev.faultline.random.Choices;
import dev.faultline.random.Corruption;
import dev.faultline.random.Decision;
import dev.faultline.random.Draws;
import dev.faultline.random.Ordinals;
import dev.faultline.random.Sampler;
import dev.faultline.values.Share;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk that takes time, fails, fills up, rots and tears, as its settings and faults say.
 *
 * <p>The device works on one sync at a time. Syncs issued meanwhile wait and then share the next
 * one (group commit), which covers everything written before the last of them was issued.
 */
public final class SimulatedDisk implements Disk, Receiver {
  /** Codes of this receiver's entries in the queue. */
  private static final byte SYNC_ENDS = 0;

  private static final byte TELL_NEXT = 1;

  private record Waiter(Runnable durable, @Nullable Runnable failed, long cause) {}

  private record News(Waiter waiter, boolean success) {}

  private final DiskHost host;
  private final Engine engine;
  private final Choices choices;
  private final Ordinals ordinals;
  private final DiskSettings settings;
  private Sampler syncTime;
  private final Map<String, Store> stores = new TreeMap<>();
  private final Deque<Write> uncovered = new ArrayDeque<>();

  private List<Waiter> waiting = new ArrayList<>();
  private List<Waiter> served = new ArrayList<>();

  /** What waiters are to be told next, each in a step of its own. */
  private final Deque<News> news = new ArrayDeque<>();

  private boolean busy;

  /** The entry that ends the sync at work, and when it does. */
  private @Nullable Event running;

  private long ends;

  /** How many of {@link #uncovered} the sync at work covers. */
  private int covered;

  /** How many of {@link #uncovered} were written before the last sync was issued. */
  private int asked;

  private int life;
  private long syncs;
  private final Slowdown slowdown = new Slowdown();
  private int failing;
  private int full;

  public SimulatedDisk(
      DiskHost host, Engine engine, Choices choices, Ordinals ordinals, DiskSettings settings) {
    this.host = host;
    this.engine = engine;
    this.choices = choices;
    this.ordinals = ordinals;
    this.settings = settings;
    this.syncTime = settings.sync().sampler();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Cell<T> cell(String name) {
    Store store = stores.computeIfAbsent(name, n -> new CellStore<>(n, this));
    if (store instanceof CellStore<?> cell) {
      return (Cell<T>) cell;
    }
    throw new IllegalArgumentException("'" + name + "' is a journal on this disk, not a cell");
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> Journal<R> journal(String name) {
    Store store = stores.computeIfAbsent(name, n -> new JournalStore<>(n, this));
    if (store instanceof JournalStore<?> journal) {
      return (Journal<R>) journal;
    }
    throw new IllegalArgumentException("'" + name + "' is a cell on this disk, not a journal");
  }

  @Override
  public void sync(Runnable durable) {
    waitFor(new Waiter(durable, null, host.currentEvent()));
  }

  @Override
  public void sync(Runnable durable, Runnable failed) {
    waitFor(new Waiter(durable, failed, host.currentEvent()));
  }

  private void waitFor(Waiter waiter) {
    waiting.add(waiter);
    asked = uncovered.size();
    if (!busy) {
      startSync();
    }
  }

  private void startSync() {
    busy = true;
    covered = asked;
    List<Waiter> next = waiting;
    waiting = served;
    served = next;
    scheduleEnd(engine.now() + drawSyncTime());
  }

  private long drawSyncTime() {
    long who = host.id().key();
    long now = engine.now();
    long bits =
        choices.bits(Decision.SYNC, who, now, ordinals.next(who ^ Decision.SYNC.key(), now));
    return Slowdown.stretched(syncTime.sample(bits), slowdown.factor() * host.slowness());
  }

  private void scheduleEnd(long time) {
    ends = time;
    running = engine.schedule(time, this);
    running.life = life;
    running.code = SYNC_ENDS;
  }

  @Override
  public void fire(Event event) {
    if (event.life != life) {
      return;
    }
    if (event.code == TELL_NEXT) {
      tellNext();
    } else {
      endSync();
    }
  }

  /** The device has finished a sync. */
  private void endSync() {
    int lifeOfSync = life;
    running = null;
    host.atSyncPoint(false);
    if (lifeOfSync != life) {
      return;
    }
    List<Write> writes = takeCovered();
    boolean succeeds = failing == 0 && allFit(writes);
    settle(writes, succeeds);
    syncs++;
    if (succeeds) {
      host.atSyncPoint(true);
      if (lifeOfSync != life) {
        return;
      }
    }
    spread(succeeds);
    busy = false;
    if (!waiting.isEmpty()) {
      startSync();
    }
    tellNext();
  }

  /** Whoever shared the sync is told: the first at once, the others in steps right after it. */
  private void spread(boolean success) {
    for (int i = 0; i < served.size(); i++) {
      news.add(new News(served.get(i), success));
      if (i > 0) {
        Event event = engine.schedule(engine.now(), this);
        event.life = life;
        event.code = TELL_NEXT;
      }
    }
    served.clear();
  }

  private void tellNext() {
    News next = news.remove();
    Waiter waiter = next.waiter();
    if (next.success()) {
      host.runCallback(waiter.durable(), true, waiter.cause());
    } else if (waiter.failed() != null) {
      host.runCallback(waiter.failed(), false, waiter.cause());
    } else {
      host.crashOfFailedSync();
    }
  }

  private List<Write> takeCovered() {
    List<Write> writes = new ArrayList<>(covered);
    for (int i = 0; i < covered; i++) {
      writes.add(uncovered.removeFirst());
    }
    asked -= covered;
    return writes;
  }

  private static boolean allFit(List<Write> writes) {
    for (Write write : writes) {
      if (!write.fits()) {
        return false;
      }
    }
    return true;
  }

  /** The covered writes become durable or, after a failure, whatever chance makes of them. */
  private void settle(List<Write> writes, boolean succeeds) {
    if (succeeds) {
      writes.forEach(write -> write.store().persist(write));
    } else {
      scatter(writes, true);
    }
  }

  /** Does what is written now fit on the disk? */
  boolean hasRoom() {
    return full == 0;
  }

  void written(Write write) {
    uncovered.addLast(write);
  }

  /** The node's life ends: what no sync covered is old, new or damaged. */
  public void crash() {
    life++;
    busy = false;
    running = null;
    waiting.clear();
    served.clear();
    news.clear();
    List<Write> lost = new ArrayList<>(uncovered);
    uncovered.clear();
    asked = 0;
    scatter(lost, settings.holes());
    stores.values().forEach(Store::reopen);
  }

  /** Everything on the disk is gone; only between two lives. */
  public void wipe() {
    stores.values().forEach(Store::wipe);
  }

  /** Of each store's writes a prefix survives, or any of them; the next one may be torn. */
  private void scatter(List<Write> writes, boolean holes) {
    for (Store store : stores.values()) {
      List<Write> own = writes.stream().filter(write -> write.store() == store).toList();
      if (own.isEmpty()) {
        continue;
      }
      if (holes && store instanceof JournalStore<?>) {
        scatterEach(store, own);
      } else {
        scatterPrefix(store, own);
      }
    }
  }

  private void scatterPrefix(Store store, List<Write> writes) {
    int survivors = Draws.below(draw(Decision.CRASHED_WRITE, store.key()), writes.size() + 1);
    for (Write write : writes.subList(0, survivors)) {
      store.persist(write);
    }
    if (survivors < writes.size() && tears(store)) {
      tear(writes.get(survivors));
    }
  }

  private void scatterEach(Store store, List<Write> writes) {
    for (Write write : writes) {
      if (tears(store)) {
        tear(write);
      } else if (Draws.chance(draw(Decision.CRASHED_WRITE, store.key()), 0.5)) {
        store.persist(write);
      }
    }
  }

  private boolean tears(Store store) {
    return Draws.chance(draw(Decision.CRASHED_WRITE, store.key() ^ 1), settings.damage().value());
  }

  private void tear(Write write) {
    Object value = write.value();
    if (value != null) {
      write.store().persistDamaged(write, garbage(write.store(), value));
    }
  }

  private @Nullable Object garbage(Store store, Object value) {
    return settings.checksums()
        ? null
        : Corruption.alter(value, draw(Decision.DISK_CORRUPTION, store.key() ^ 2)).orElse(null);
  }

  private long draw(Decision decision, long store) {
    long who = host.id().key() ^ store;
    long now = engine.now();
    return choices.bits(decision, who, now, ordinals.next(who ^ decision.key(), now));
  }

  /** Damages a share of the durable values, drawn one by one. */
  public void rot(Share share) {
    Store.Rot rot =
        new Store.Rot() {
          @Override
          public boolean strikes(Store store, long position) {
            long who = host.id().key() ^ store.key();
            long bits =
                choices.bits(Decision.DISK_CORRUPTION, who, engine.now(), position + 1_000_000);
            return Draws.chance(bits, share.value());
          }

          @Override
          public @Nullable Object garbage(Store store, long position, Object value) {
            return SimulatedDisk.this.garbage(store, value);
          }
        };
    stores.values().forEach(store -> store.rot(rot));
  }

  /** Multiplies the time of syncs that start while it lasts. */
  public Slowdown slowdown() {
    return slowdown;
  }

  /** Syncs that complete from now on fail, until as many {@link #endFailing} as calls of this. */
  public void startFailing() {
    failing++;
  }

  public void endFailing() {
    failing--;
  }

  /** What is written from now on does not fit, until as many {@link #endFull} as calls of this. */
  public void startFull() {
    full++;
  }

  public void endFull() {
    full--;
  }

  /** Gives syncs another duration; the one at work takes no longer than one that starts now. */
  public void syncsTake(Sampler time) {
    syncTime = time;
    if (busy && running != null) {
      long soonest = engine.now() + drawSyncTime();
      if (soonest < ends) {
        Engine.defuse(running);
        scheduleEnd(soonest);
      }
    }
  }

  /** Does a fault make syncs fail at present? */
  public boolean isBroken() {
    return failing > 0 || full > 0;
  }

  /** How many syncs the device has completed or failed. */
  public long syncs() {
    return syncs;
  }
}
