/** Campaigns: a scenario under many seeds, and what they found together. */
@NullMarked
package dev.faultline.campaign;

import org.jspecify.annotations.NullMarked;
