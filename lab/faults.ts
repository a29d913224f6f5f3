import type { Fault } from './fault.ts';
import { DELIVERY_FAULTS } from './faults/delivery.ts';
import { DOCUMENT_FAULTS } from './faults/documents.ts';
import { DOUBLE_FAULTS } from './faults/doubles.ts';
import { SURROUNDING_FAULTS } from './faults/surroundings.ts';
import { IMAGE_FAULTS } from './faults/images.ts';
import { INTERACTION_FAULTS } from './faults/interactions.ts';
import { MODULE_FAULTS } from './faults/modules.ts';
import { ROUTE_FAULTS } from './faults/routes.ts';
import { SCRIPT_FAULTS } from './faults/scripts.ts';
import { STYLE_FAULTS } from './faults/styles.ts';
import { WORK_FAULTS } from './faults/work.ts';
import { BASE_SITE, type Site } from './site.ts';

/** Every fault of the lab, by the part of the page that is to blame. */
export const FAULTS: readonly Fault[] = [
  ...SCRIPT_FAULTS,
  ...WORK_FAULTS,
  ...STYLE_FAULTS,
  ...IMAGE_FAULTS,
  ...DOCUMENT_FAULTS,
  ...MODULE_FAULTS,
  ...INTERACTION_FAULTS,
  ...ROUTE_FAULTS,
  ...SURROUNDING_FAULTS,
  ...DELIVERY_FAULTS,
  ...DOUBLE_FAULTS,
];

export interface FaultOptions {
  /** Default 1, the change as the registry describes it. */
  readonly strength?: number;
  /** Only what the fault presupposes: the site as it was before this fault. */
  readonly baseOnly?: boolean;
}

/** Throws a RangeError that lists the ids when there is no such fault. */
export function findFault(id: string): Fault {
  const fault = FAULTS.find((each) => each.id === id);
  if (fault) return fault;
  throw new RangeError(`fault: expected one of ${FAULTS.map((each) => each.id).join(', ')}, got ${id}`);
}

/** The site with this fault, or before it. */
export function applyFault(fault: Fault, options: FaultOptions = {}, site: Site = BASE_SITE): Site {
  const before = fault.base ? fault.base(site) : site;
  return options.baseOnly ? before : fault.change(before, options.strength ?? 1);
}
