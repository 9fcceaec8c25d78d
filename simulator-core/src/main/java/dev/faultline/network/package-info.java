/** Links between nodes: loss, delay, duplication, corruption, cuts and clogs. */
@NullMarked
package dev.faultline.network;

import org.jspecify.annotations.NullMarked;
