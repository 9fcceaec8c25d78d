/** Benchmarks: the workloads of the engine, by hand and on the public API, and whole scenarios. */
@NullMarked
package dev.faultline.benchmark;

import org.jspecify.annotations.NullMarked;
