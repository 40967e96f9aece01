/** How fast Ziffer verifies numbers, beside the least a server could do for it. */
@NullMarked
package dev.ziffer.benchmarks;

import org.jspecify.annotations.NullMarked;
