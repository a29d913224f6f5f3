import type { Model } from '../replay/model.ts';
import { compileModel } from '../replay/compile-model.ts';
import type { Program } from '../replay/program.ts';
import { anchorProgram } from '../replay/read-milestones.ts';
import type { Switch } from '../replay/switches.ts';
import { createDetection, type Player } from './detection.ts';
import { claimNewGates } from './claim-new-gates.ts';
import { CAUSE_DEFINITIONS } from './registry.ts';

export interface Players {
  /** The compiled model, anchored, with the environment that was found. */
  readonly program: Program;
  readonly named: readonly Player[];
  /** Every switch that no cause has claimed: the changes too small to have a name. */
  readonly rest: readonly Switch[];
}

/** Runs every cause over the model, in order of precedence. Every switch is in exactly one player or in the rest. */
export function detectPlayers(model: Model, changedScripts?: ReadonlySet<string>): Players {
  const program = compileModel(model);
  const detection = createDetection(model, program, changedScripts);
  for (const { detect } of CAUSE_DEFINITIONS) detect?.(detection);
  claimNewGates(detection);
  const rest: Switch[] = [];
  for (let number = 0; number < program.board.count; number++) {
    if (detection.isFree(number)) rest.push(number);
  }
  anchorProgram(program);
  return { program, named: detection.players, rest };
}
