import type { Bytes, Milliseconds, Ratio } from '../units.ts';

/** Every number the replay depends on, with its reason. Times of one load are noisy by a few ms, by nature. */

/** Entries of one moment are written a few ms apart: an initiator may seem to end after what it caused began. */
export const CLOCK_SLACK: Milliseconds = 8;

/** Execution shorter than this is neither simulated nor blamed: it is less than the jitter of one task. */
export const SHORTEST_EXECUTION: Milliseconds = 3;

/**
 * Frames below 50 ms are invisible to Long Animation Frames. A script seen in one load only, with less than this, may
 * simply have fallen under that limit in the other.
 */
export const CENSORED_EXECUTION: Milliseconds = 60;

/** A gap to the initiator that differs by less between the loads is stable: both times were measured to a few ms. */
export const STABLE_LAG: Milliseconds = 15;

/** Gaps beyond these need another explanation than the known initiator: both loads agree, differ, or only one exists. */
export const LONG_STABLE_LAG: Milliseconds = 80;
export const LONG_SINGLE_LAG: Milliseconds = 60;

/** Nothing that ends longer before a request than this is taken for its initiator; with one load to judge by, less. */
export const LONGEST_INFERRED_LAG: Milliseconds = 400;
export const LONGEST_SINGLE_INFERRED_LAG: Milliseconds = 120;

/** A request was held back when it stalled this much longer than the least stalled request to its host. */
export const QUEUED: Milliseconds = 15;

/** The end of another request released a queued one when it lies this shortly before; same connection: twice as long. */
export const QUEUE_RELEASE: Milliseconds = 15;
export const SAME_CONNECTION_RELEASE: Milliseconds = 30;

/** A milestone whose delay after its known gates differs by more, or is longer in both loads, has a gate we miss. */
export const UNSTABLE_DELAY: Milliseconds = 25;
export const LONG_DELAY: Milliseconds = 60;

/** A resource belongs to a milestone when it ended before it, give or take the time to report it. */
export const MILESTONE_SLACK: Milliseconds = 5;

/** Bodies that differ by no more are the same file: 2 %, and 200 bytes of varying tokens. */
export const SAME_SIZE_SHARE: Ratio = 0.02;
export const SAME_SIZE_BYTES: Bytes = 200;

/** Downloads shorter than this say nothing about bandwidth. */
export const SHORTEST_CALIBRATION: Milliseconds = 3;

/**
 * Nodes replayed at most. Beyond it the least important of a load are left to the unexplained rest: attribution grows
 * with nodes × replays and must stay below 5 ms, and no page waits for its 171st most important resource: on pages of
 * 600, the parts are the same with 250.
 */
export const MAX_NODES = 170;

/**
 * Replays of one attribution, to screen its causes and to divide among them: exactly among four and the rest, by sampled
 * orders among more. Twice as many put the causes of two recordings in the same places. Bounded in total work as well,
 * so that a page of hundreds of resources takes no longer than one of fifty with as many changes.
 */
export const MAX_REPLAYS = 64;
export const MIN_REPLAYS = 48;
export const REPLAYED_NODES = 8_000;

/** Share of a milestone's change below which a single switch is not worth a player of its own. */
export const NEGLIGIBLE_SHARE: Ratio = 0.04;

/** Players among which a change is divided one by one; the rest of them share a coalition. */
export const MAX_PLAYERS = 10;
