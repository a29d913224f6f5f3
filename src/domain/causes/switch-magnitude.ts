import type { Model, ModelNode } from '../replay/model.ts';
import type { Program } from '../replay/program.ts';
import { FACETS, type Switch } from '../replay/switches.ts';

/** For switches that change rules rather than times: always worth a replay. */
const ALWAYS = 10_000;
const BLOCKING = 500;
const DELAY = 60;
const REPARENTED = 200;

/** How many ms the switches change in all, to replay the most promising players first. */
export function switchMagnitude(model: Model, { board }: Program, switches: readonly Switch[]): number {
  return switches.reduce((sum, number) => sum + magnitudeOf(model, board.nodes, number), 0);
}

function magnitudeOf({ nodes }: Model, count: number, number: Switch): number {
  const node = nodes[Math.floor(number / FACETS.length)];
  if (!node) return number < count * FACETS.length + 6 ? ALWAYS : DELAY;
  const facet = FACETS[number % FACETS.length];
  const [before, after] = node.times;
  const only = before && after ? undefined : (before ?? after);
  if (facet === 'presence') {
    const blocking = node.latest.renderBlocking ? BLOCKING : 0;
    return only ? only.queue + only.server + only.work + only.execution + blocking : 0;
  }
  if (!before || !after) return 0;
  if (facet === 'queue' || facet === 'server' || facet === 'work')
    return Math.abs(before[facet] - after[facet]);
  if (facet === 'execution')
    return Math.abs(before.execution - after.execution) + Math.abs(before.executionLag - after.executionLag);
  if (facet === 'discovery')
    return Math.abs(before.lag - after.lag) + (hasOtherParents(node) ? REPARENTED : 0);
  return node.loads[0]?.renderBlocking === node.loads[1]?.renderBlocking ? 0 : ALWAYS;
}

function hasOtherParents({ parents: [before, after] }: ModelNode): boolean {
  return before.length !== after.length || before.some(({ from }, i) => after[i]?.from !== from);
}
