package dev.faultline.campaign.shrink;

/** One way of making a failing scenario smaller. */
interface Pass {
  /** The smallest sample that this way leads to; the same one when there is nothing to gain. */
  Sample shrink(Sample sample, Lab lab);
}
