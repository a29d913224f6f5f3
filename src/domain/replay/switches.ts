/** What of a node can be switched between the two loads, each by itself. */
export const FACETS = [
  'queue',
  'server',
  'work',
  'execution',
  'discovery',
  'membership',
  'presence',
] as const;

export type Facet = (typeof FACETS)[number];

/** Number of a switch: nodes first, FACETS.length each, then the global ones, then one for each delay. */
export type Switch = number;

/** The place of each facet among the switches of its node. */
export const FACET = numberEach(FACETS);

export function nodeSwitch(index: number, facet: Facet): Switch {
  return index * FACETS.length + FACET[facet];
}

export function allNodeSwitches(index: number): Switch[] {
  return FACETS.map((facet) => nodeSwitch(index, facet));
}

const GLOBAL_SWITCHES = ['redirect', 'largestPaint', 'network', 'latency', 'processor', 'anchor'] as const;

export type GlobalSwitch = (typeof GLOBAL_SWITCHES)[number];

/** Numbers of the switches of one model. Every switch is 0 (as in the baseline) or 1 (as in the current load). */
export interface SwitchBoard {
  readonly count: number;
  readonly nodes: number;
  readonly globals: Readonly<Record<GlobalSwitch, Switch>>;
  /** The switch of the n-th delay of the m-th milestone. */
  readonly delay: (milestone: number, delay: number) => Switch;
}

export function createSwitchBoard(nodes: number, delays: readonly number[]): SwitchBoard {
  const globals = nodes * FACETS.length;
  const first = globals + GLOBAL_SWITCHES.length;
  const offsets = delays.map((_, milestone) =>
    delays.slice(0, milestone).reduce((sum, count) => sum + count, first),
  );
  return {
    count: delays.reduce((sum, count) => sum + count, first),
    nodes,
    globals: numberEach(GLOBAL_SWITCHES, globals),
    delay: (milestone, delay) => (offsets[milestone] ?? 0) + delay,
  };
}

function numberEach<Name extends string>(names: readonly Name[], first = 0): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, i) => [name, first + i])) as Record<Name, number>;
}
