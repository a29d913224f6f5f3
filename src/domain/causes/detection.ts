import type { CauseKind } from '../cause.ts';
import type { DelayOwner } from '../replay/delay-owners.ts';
import type { Delay } from '../replay/milestones.ts';
import type { Model, ModelNode } from '../replay/model.ts';
import type { Program } from '../replay/program.ts';
import type { Switch } from '../replay/switches.ts';
import type { CauseFacts } from './definition.ts';
import { type DelayedExecution, findDelayedExecutions } from './delayed-executions.ts';
import { listPairs, type NodePair } from './node-facts.ts';
import { findParserShift, type ParserShift } from './parser-shift.ts';

/** A cause in one pair of loads: the switches that make it happen or not. */
export interface Player {
  readonly kind: CauseKind;
  /** The same for the same cause in another pair of loads. */
  readonly key: string;
  readonly nodes: readonly ModelNode[];
  readonly facts: CauseFacts;
  readonly switches: readonly Switch[];
}

export interface Finding {
  readonly kind: CauseKind;
  /** What distinguishes it from others of its kind; absent where there is one at most. */
  readonly identity?: string;
  readonly nodes?: readonly ModelNode[];
  readonly switches: readonly Switch[];
  readonly facts: CauseFacts;
}

/** What the causes look at, and where they put what they found. Each switch belongs to the first that claims it. */
export interface Detection {
  readonly model: Model;
  readonly program: Program;
  /** Nodes of both loads, the document first. */
  readonly pairs: readonly NodePair[];
  /** What all resources that the parser finds have in common. */
  readonly parserShift: ParserShift | undefined;
  readonly delayedExecutions: readonly DelayedExecution[];
  /** Scripts by URL whose execution differs over all loads, though it may not in this pair. */
  readonly changedScripts: ReadonlySet<string>;
  readonly players: readonly Player[];
  /** Adds a player with those of the switches that are still free; nothing when none is. */
  readonly claim: (finding: Finding) => void;
  /** Adds a free switch to an earlier player. */
  readonly give: (player: Player, switches: readonly Switch[]) => void;
  readonly isFree: (number: Switch) => boolean;
}

export function createDetection(
  model: Model,
  program: Program,
  changedScripts: ReadonlySet<string> = new Set(),
): Detection {
  const taken = new Uint8Array(program.board.count);
  const pairs = listPairs(model.nodes);
  const players: (Player & { switches: Switch[] })[] = [];
  const take = (switches: readonly Switch[]): Switch[] => {
    const free = [...new Set(switches)].filter((number) => taken[number] === 0);
    for (const number of free) taken[number] = 1;
    return free;
  };
  return {
    model,
    program,
    pairs,
    parserShift: findParserShift(pairs),
    delayedExecutions: findDelayedExecutions(model),
    changedScripts,
    players,
    claim({ kind, identity, nodes = [], switches, facts }) {
      const free = take(switches);
      const key = identity === undefined ? kind : `${kind} ${identity}`;
      if (free.length > 0) players.push({ kind, key, nodes, facts, switches: free });
    },
    give(player, switches) {
      players.find((other) => other === player)?.switches.push(...take(switches));
    },
    isFree: (number) => taken[number] === 0,
  };
}

/** A delay before one of the milestones, with its switch. */
export interface PlacedDelay {
  readonly delay: Delay;
  readonly switch: Switch;
}

export function listDelays({ program }: Detection, test: (delay: Delay) => boolean): PlacedDelay[] {
  return program.milestones.flatMap(({ delays }) =>
    delays
      .filter(({ source }) => test(source))
      .map(({ source, switch: number }) => ({ delay: source, switch: number })),
  );
}

export function delaysOfNode(detection: Detection, index: number): PlacedDelay[] {
  return listDelays(detection, ({ owner }) => owner.kind === 'node' && owner.node.index === index);
}

/** Executions of other scripts that one of these owners kept waiting. */
export function executionsDelayedBy(detection: Detection, test: (owner: DelayOwner) => boolean): Switch[] {
  return detection.delayedExecutions.filter(({ by }) => test(by)).map((delayed) => delayed.switch);
}
