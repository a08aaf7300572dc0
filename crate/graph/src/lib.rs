//! Task graphs: keys, tasks, order, cull, critical path, work and span.
