/** Search strategies: which scenario a campaign runs for a seed. */
@NullMarked
package dev.faultline.campaign.search;

import org.jspecify.annotations.NullMarked;
