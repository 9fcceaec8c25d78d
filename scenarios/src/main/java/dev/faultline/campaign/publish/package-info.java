/** What a campaign found, for the programs of a build server. */
@NullMarked
package dev.faultline.campaign.publish;

import org.jspecify.annotations.NullMarked;
