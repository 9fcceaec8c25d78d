/**
 * The scenario language: YAML into validated records, records into runs, and records back into
 * YAML.
 */
@NullMarked
package dev.faultline.scenario;

import org.jspecify.annotations.NullMarked;
