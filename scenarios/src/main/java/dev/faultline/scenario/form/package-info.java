/** Forms: how kinds of values are read from a scenario, written into one, and described. */
@NullMarked
package dev.faultline.scenario.form;

import org.jspecify.annotations.NullMarked;
