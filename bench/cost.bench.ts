import { measureCost } from './cost/measure-cost.ts';
import { formatFigures } from './soak/format-figures.ts';

/**
 * What the monitor costs: work in the page, starts of the worker, memory of the panel, disk, built sizes, each with how
 * it grows.
 *
 *     npm run bench:cost
 */
console.log(formatFigures('', await measureCost()));
