/** The score: how soon known bugs are found, and whether correct systems are left in peace. */
@NullMarked
package dev.faultline.campaign.score;

import org.jspecify.annotations.NullMarked;
