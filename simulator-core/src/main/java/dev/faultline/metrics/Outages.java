package dev.faultline.metrics;

import dev.faultline.history.Operation;
import dev.faultline.history.Outcome;
import dev.faultline.metrics.Availability.Outage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Walks through a history in time and finds its outages, as {@link Outage} defines them. */
final class Outages {
  // What happens at a moment, in this order.
  private static final int DUE = 0;
  private static final int GIVEN_UP = 1;
  private static final int SUCCEEDED = 2;
  private static final int KINDS = 4;

  private static final long NONE = -1;

  private final long minimum;
  private final List<Outage> found = new ArrayList<>();
  private int waiting;
  private long since = NONE;
  private long lastGivenUp = NONE;

  private Outages(long minimum) {
    this.minimum = minimum;
  }

  static List<Outage> find(List<Operation> history, long until, long minimum) {
    Outages outages = new Outages(minimum);
    for (long moment : moments(history, until)) {
      long time = moment / KINDS;
      switch ((int) (moment % KINDS)) {
        case DUE -> outages.due(time);
        case GIVEN_UP -> outages.givenUp(time);
        default -> outages.succeeded(time);
      }
    }
    outages.end(until);
    return outages.found;
  }

  /** All moments before {@code until}, each as time and kind in one number, in order. */
  private static long[] moments(List<Operation> history, long until) {
    long[] moments = new long[2 * history.size()];
    int count = 0;
    for (Operation operation : history) {
      if (operation.intended() < until) {
        moments[count++] = operation.intended() * KINDS + DUE;
        if (operation.completed() < until) {
          boolean ok = operation.outcome() instanceof Outcome.Ok;
          moments[count++] = operation.completed() * KINDS + (ok ? SUCCEEDED : GIVEN_UP);
        }
      }
    }
    Arrays.sort(moments, 0, count);
    return Arrays.copyOf(moments, count);
  }

  private void due(long time) {
    if (since != NONE && waiting == 0 && time - lastGivenUp > minimum) {
      close(lastGivenUp);
    }
    if (since == NONE) {
      since = time;
    }
    waiting++;
  }

  private void givenUp(long time) {
    waiting--;
    lastGivenUp = time;
  }

  private void succeeded(long time) {
    waiting--;
    close(time);
    since = waiting > 0 ? time : NONE;
  }

  private void end(long until) {
    if (since != NONE) {
      close(waiting > 0 ? until : lastGivenUp);
    }
  }

  private void close(long time) {
    if (since != NONE && time - since >= minimum) {
      found.add(new Outage(since, time));
    }
    since = NONE;
  }
}
