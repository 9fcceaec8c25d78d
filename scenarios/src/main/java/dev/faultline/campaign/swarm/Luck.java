package dev.faultline.campaign.swarm;

import dev.faultline.random.Draws;
import dev.faultline.values.Hash;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What chance says to a seed. Every draw has a name, and is a pure function of the seed and that
 * name: one draw more moves no other.
 */
final class Luck {
  /** Keeps what is drawn for a scenario apart from what the run draws under the same seed. */
  private static final long SWARM = Hash.of("swarm");

  private final long key;

  private Luck(long key) {
    this.key = key;
  }

  static Luck of(long seed) {
    return new Luck(Hash.combine(SWARM, seed));
  }

  /** The luck of one draw, or of all draws about one thing. */
  Luck at(String name) {
    return new Luck(Hash.combine(key, Hash.of(name)));
  }

  /** The luck of one of several draws of the same name. */
  Luck at(String name, int number) {
    return new Luck(Hash.combine(Hash.combine(key, Hash.of(name)), number));
  }

  /** A number in [0, 1). */
  double unit() {
    return Draws.unit(Hash.mix(key));
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** A whole number, each as likely as any other. */
  int whole(int least, int most) {
    return least + Draws.below(Hash.mix(key), most - least + 1);
  }

  /** A number of which each order of magnitude is as likely as any other; both ends above 0. */
  double magnitude(double least, double most) {
    double low = StrictMath.log(least);
    return StrictMath.exp(low + unit() * (StrictMath.log(Math.max(least, most)) - low));
  }

  /** One of some values; one that is there twice is twice as likely. */
  <T> T pick(List<T> values) {
    List<Integer> places = IntStream.range(0, values.size()).boxed().toList();
    int place = Draws.pick(key, places, i -> keyOf(values, i));
    return values.get(place);
  }

  /** Tells values apart by what they are, and equal ones by counting. */
  private static <T> long keyOf(List<T> values, int place) {
    T value = values.get(place);
    long earlier = values.subList(0, place).stream().filter(value::equals).count();
    return Hash.combine(Hash.of(String.valueOf(value)), earlier);
  }
}
