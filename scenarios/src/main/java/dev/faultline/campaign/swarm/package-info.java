/**
 * A swarm of scenarios: for each seed another world, other faults, another load, drawn from what a
 * scenario allows.
 *
 * <p>Source of the idea: Groce and others, "Swarm Testing", ISSTA 2012. Runs that each leave some
 * features out find more than runs that all have everything.
 */
@NullMarked
package dev.faultline.campaign.swarm;

import org.jspecify.annotations.NullMarked;
