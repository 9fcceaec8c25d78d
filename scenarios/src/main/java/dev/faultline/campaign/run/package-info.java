/** One run of a campaign. */
@NullMarked
package dev.faultline.campaign.run;

import org.jspecify.annotations.NullMarked;
