/** Makes failures small: the shortest scenario that still breaks the same check. */
@NullMarked
package dev.faultline.campaign.shrink;

import org.jspecify.annotations.NullMarked;
