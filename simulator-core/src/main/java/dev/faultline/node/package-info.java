/** What a protocol is written against: nodes, their context, timers, clients, and their lives. */
@NullMarked
package dev.faultline.node;

import org.jspecify.annotations.NullMarked;
