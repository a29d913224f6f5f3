import { type FetchPhase, measurePhases } from '../match/fetch-phases.ts';
import type { Load } from '../replay/load.ts';
import type { Attribution } from './attribution.ts';
import type { Change } from './definition.ts';
import { createLedger } from './ledger.ts';
import type { Pair } from './pair.ts';

const CONNECTION_PHASES = ['dns', 'connect', 'tls'] as const satisfies readonly FetchPhase[];

/**
 * Divides the change of the time to first byte among redirects, the steps of the connection and the server's wait. A
 * shift that every server shares is the environment's. Queues and service workers before the request have no name.
 */
export function attributeFirstByte(pair: Pair, delta: number): Attribution {
  const [before, after] = pair.loads;
  const ledger = createLedger();
  const resource = after.nodes[0].resource;
  const document = { ...(resource && { resource }), count: 1 };
  const redirect = { baseline: before.redirect, current: after.redirect };
  ledger.add(
    { kind: 'redirect', key: 'redirect', facts: { ...document, time: redirect }, certainty: 1 },
    redirect,
  );
  for (const phase of CONNECTION_PHASES) {
    const time = { baseline: phaseOf(before, phase), current: phaseOf(after, phase) };
    const facts = { ...document, time, phase };
    ledger.add({ kind: 'connection', key: `connection ${phase}`, facts, certainty: 1 }, time);
  }
  const wait = { baseline: before.nodes[0].server, current: after.nodes[0].server };
  const latency = shareOfLatency(pair, wait);
  if (latency) {
    const { player, shift } = latency;
    ledger.add({ ...player, certainty: 1 }, { current: shift });
    ledger.add(waiting({ baseline: wait.baseline + shift, current: wait.current }), {
      baseline: wait.baseline + shift,
      current: wait.current,
    });
  } else ledger.add(waiting(wait), wait);
  return ledger.close(delta);

  function waiting(time: Change) {
    return {
      kind: 'slow-document',
      key: 'slow-document',
      facts: { ...document, time },
      certainty: 1,
    } as const;
  }
}

function phaseOf({ nodes: [document] }: Load, phase: FetchPhase): number {
  return (document.resource && measurePhases(document.resource)?.[phase]) ?? 0;
}

/** The part of the document's wait that all responses share: at most all of it. */
function shareOfLatency(pair: Pair, wait: Change) {
  const { named, program } = pair.players();
  const player = named.find(({ kind }) => kind === 'environment-latency');
  if (!player) return undefined;
  const { latency } = program.environment;
  const grown = wait.current - wait.baseline;
  const shift = latency > 0 ? Math.min(latency, Math.max(0, grown)) : Math.max(latency, Math.min(0, grown));
  return { player: { kind: player.kind, key: player.key, facts: player.facts }, shift };
}
