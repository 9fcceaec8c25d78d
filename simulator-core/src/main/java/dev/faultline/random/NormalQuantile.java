package dev.faultline.random;

/**
 * The inverse of the normal distribution by P. J. Acklam's rational approximation (relative error
 * below 1.2e-9), and the distribution itself by Abramowitz and Stegun, formula 7.1.26 (absolute
 * error below 1.5e-7). Plain arithmetic and {@link StrictMath}: the same everywhere.
 */
final class NormalQuantile {
  static final double OF_99_PERCENT = 2.3263478740408408;

  private static final double LOW = 0.02425;
  private static final double[] A = {
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00
  };
  private static final double[] B = {
    -5.447609879822406e+01,
    1.615858368580409e+02,
    -1.556989798598866e+02,
    6.680131188771972e+01,
    -1.328068155288572e+01
  };
  private static final double[] C = {
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00
  };
  private static final double[] D = {
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00
  };

  private NormalQuantile() {}

  /** How many standard deviations above the mean a quantile in (0, 1) lies. */
  static double at(double quantile) {
    if (quantile < LOW) {
      return tail(StrictMath.sqrt(-2 * StrictMath.log(quantile)));
    }
    if (quantile > 1 - LOW) {
      return -tail(StrictMath.sqrt(-2 * StrictMath.log(1 - quantile)));
    }
    double q = quantile - 0.5;
    double r = q * q;
    return (((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5])
        * q
        / (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1);
  }

  private static double tail(double q) {
    return (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5])
        / ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1);
  }

  /** The share of the normal distribution below so many standard deviations. */
  static double cumulative(double deviations) {
    double x = Math.abs(deviations) / StrictMath.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double polynomial =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double above = polynomial * StrictMath.exp(-x * x) / 2;
    return deviations < 0 ? above : 1 - above;
  }
}
