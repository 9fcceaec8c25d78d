package dev.faultline.campaign.score;

import dev.faultline.random.KeyedRandom;
import dev.faultline.values.Hash;
import java.util.Arrays;
import java.util.List;

/**
 * How many times as many seeds plain random needs: the ratio of the mean seeds of its campaigns to
 * those of another strategy, over several flaws the geometric mean of the ratios. Above 1 the other
 * strategy is better.
 *
 * <p>A campaign that found nothing counts with the seeds that it had, which favours the strategy
 * that missed. The interval is a bootstrap over campaigns (Efron 1979, percentile method);
 * campaigns are paired, because the k-th of every strategy has the same seeds.
 *
 * @param low the lower end of the 95 % confidence interval
 * @param high its upper end
 */
public record Ratio(double value, double low, double high) {
  private static final int RESAMPLES = 4000;
  private static final long NAME = Hash.of("bootstrap");

  /**
   * Compares.
   *
   * @param random the tallies of plain random, by flaw
   * @param other those of the other strategy, for the same flaws and as many campaigns
   */
  static Ratio of(List<Tally> random, List<Tally> other) {
    int campaigns = random.get(0).hunts().size();
    KeyedRandom draws = new KeyedRandom(NAME);
    double[] resampled = new double[RESAMPLES];
    int[] chosen = new int[campaigns];
    for (int i = 0; i < RESAMPLES; i++) {
      Arrays.setAll(chosen, place -> draws.nextInt(campaigns));
      resampled[i] = ratio(random, other, chosen);
    }
    Arrays.sort(resampled);
    Arrays.setAll(chosen, place -> place);
    return new Ratio(
        ratio(random, other, chosen),
        resampled[(int) (RESAMPLES * 0.025)],
        resampled[(int) (RESAMPLES * 0.975)]);
  }

  private static double ratio(List<Tally> random, List<Tally> other, int[] campaigns) {
    double logarithms = 0;
    for (int i = 0; i < random.size(); i++) {
      double one = seeds(random.get(i), campaigns);
      double two = seeds(other.get(i), campaigns);
      logarithms += StrictMath.log(one / two);
    }
    return StrictMath.exp(logarithms / random.size());
  }

  private static double seeds(Tally tally, int[] campaigns) {
    long seeds = 0;
    for (int campaign : campaigns) {
      seeds += tally.hunts().get(campaign).seeds();
    }
    return seeds;
  }

  /** Does the interval lie above 1? */
  public boolean isBetter() {
    return low > 1;
  }

  /** Does the interval lie below 1? */
  public boolean isWorse() {
    return high < 1;
  }
}
