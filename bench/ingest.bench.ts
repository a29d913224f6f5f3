import { measureIngestFigures } from './ingest/measure-figures.ts';
import { formatFigures } from './soak/format-figures.ts';
import { readCount } from './read-count.ts';

/**
 * Rows a second through our store against bare idb, and how long a content script waits.
 *
 *     npm run bench:ingest [captures]
 */
const captures = readCount(1, 'captures', 300);
console.log(`${captures} captures of 60 resources`);
console.log(formatFigures('', await measureIngestFigures(captures)));
