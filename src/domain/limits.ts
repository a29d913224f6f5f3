/** Every bound on what a page can make us keep, in one place. What exceeds a bound is counted, never silent. */

/** Resources kept in full for one visit. A page of 10,000 requests is real; totals stay exact beyond it. */
export const MAX_RESOURCES = 10_000;

/**
 * Resources in one message; the rest follows in later revisions. Writing and sending 500 takes a page less than a frame,
 * and they stay well below 1 MB.
 */
export const MAX_RESOURCES_PER_MESSAGE = 500;

export const MAX_LONG_TASKS = 200;
export const MAX_LONG_FRAMES = 100;
export const MAX_SCRIPTS_PER_FRAME = 20;
export const MAX_USER_TIMINGS = 200;
export const MAX_LAYOUT_SHIFTS = 100;
export const MAX_SHIFT_SOURCES = 5;
export const MAX_DOCUMENT_SCRIPTS = 200;
export const MAX_SERVER_TIMINGS = 10;

/** Scripts kept of the stack that asked for a request: a bundle's own layers take up to five of them. */
export const MAX_INITIATOR_SCRIPTS = 10;

/** Longer URLs are cut; what a page puts in a path has no bound of its own. */
export const MAX_URL_LENGTH = 2_048;

/** Selectors, mark names, function names: anything a page may choose. */
export const MAX_TEXT_LENGTH = 256;

/** The tail in storage.local: ten megabytes are shared by every tab that closes at once. */
export const MAX_TAIL_BYTES = 64 * 1024;

export const MAX_MESSAGE_BYTES = 1024 * 1024;

/** Milliseconds: a page that has not loaded by then may never do so, and what it took until then is worth keeping. */
export const MAX_LOADING = 30_000;

/** What the envelope adds around a capture. */
export const ENVELOPE_BYTES = 100;

/**
 * The browser tells of requests in a task for every three or four of them. What it has told in so many tasks is taken
 * in together: that costs less than one by one, and holds the page up for a few milliseconds at most.
 */
export const MAX_WAITING_LISTS = 100;

/** A duration nobody waits for (ten days): larger numbers are faults, and refused. */
export const MAX_MILLISECONDS = 864_000_000;

/** Largest size believed of one resource or one sum: 1 TB. */
export const MAX_BYTES = 1e12;

/** Acknowledged captures that wait to be judged. At ten milliseconds each, the worker works these off in five seconds. */
export const MAX_QUEUE_ROWS = 500;

/** Pages remembered: more routes than one developer works on in months. The one seen longest ago leaves first. */
export const MAX_PAGES = 200;

/** Visits remembered of one page: a baseline needs tens, and 300 loads are about a month of work on one page. */
export const MAX_VISITS_PER_PAGE = 300;

/** Size of all visits of one page: a panel reads them at once, and 300 visits of a page with 300 resources fit. */
export const MAX_PAGE_BYTES = 64 * 1024 * 1024;

/** Entries of a page's diary: three for each visit remembered. */
export const MAX_EVENTS_PER_PAGE = 1_000;

/** Ids of loads that were given up and whose later messages must not revive them: minutes of a reload storm. */
export const MAX_SKIPPED_VISITS = 2_000;

/** Tails left in storage.local for a worker that cannot store them: all tabs of a developer at once, a few times. */
export const MAX_OUTBOX_TAILS = 200;

/** Loads held in memory while the disk does not take them: an hour's work. */
export const MAX_HELD_VISITS = 100;

/** The browser gives storage.session ten megabytes. */
export const MAX_HELD_BYTES = 8 * 1024 * 1024;

export const MAX_BUDGETS = 100;

/** Each load is held against every one of them. */
export const MAX_ROUTE_TEMPLATES = 50;

/** Visits in one import message, all written in one transaction: a few seconds' work at most. */
export const MAX_IMPORTED_VISITS = 1_000;
