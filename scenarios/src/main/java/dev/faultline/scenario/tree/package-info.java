/** YAML as a tree that knows where each of its values was written. */
@NullMarked
package dev.faultline.scenario.tree;

import org.jspecify.annotations.NullMarked;
