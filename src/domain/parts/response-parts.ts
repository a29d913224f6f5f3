import { FETCH_PHASES, type FetchPhase, measurePhases } from '../match/fetch-phases.ts';
import { isDocument } from '../build-snapshot.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Parts } from './parts.ts';
import { rowOfMedians } from './side-medians.ts';

const LABELS: Readonly<Record<Exclude<FetchPhase, 'receive'>, string>> = {
  redirect: 'redirects',
  queue: 'before the request',
  dns: 'DNS',
  connect: 'connect',
  tls: 'TLS',
  wait: 'server',
};

/** The steps up to the first byte; those that took no time in any load are left out. */
export function listResponseParts(baseline: readonly Snapshot[], current: readonly Snapshot[]): Parts {
  const rows = FETCH_PHASES.flatMap((phase) => {
    if (phase === 'receive') return [];
    const row = rowOfMedians(LABELS[phase], { baseline, current }, (load) => readPhase(load, phase));
    return (row.baseline ?? 0) + (row.current ?? 0) > 0 ? [row] : [];
  });
  return { kind: 'steps', rows };
}

function readPhase({ resources }: Snapshot, phase: FetchPhase): number | undefined {
  const document = resources.find(isDocument);
  return document && measurePhases(document)?.[phase];
}
