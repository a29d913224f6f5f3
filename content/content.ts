import { startCollector } from './start-collector.ts';

/**
 * Where the collector of this document is kept, in a world that has no other scripts but ours. The script may come
 * twice: declared for a site, and injected again when the extension is installed or permitted while the page is open.
 */
const KEY = Symbol.for('collector');

const world = globalThis as { [KEY]?: ReturnType<typeof startCollector> };

/** Images, PDF and JSON shown in a tab are documents too, but nobody has built a page there. */
if (/html/.test(document.contentType)) world[KEY] ??= startCollector();
