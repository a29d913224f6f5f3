import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, whatever folder a tool is started from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
