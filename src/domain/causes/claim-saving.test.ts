import { expect, it } from 'vitest';
import type { Cause, WhatIfSaving } from '../cause.ts';
import { createCause } from '../cause.fixture.ts';
import { type ClaimedSaving, claimSaving } from './claim-saving.ts';

/** Of a cause that has added 100 ms. */
function claim(kind: Cause['kind'], whatIf: WhatIfSaving): ClaimedSaving {
  return claimSaving(createCause({ kind, whatIf }), whatIf);
}

it('leaves a saving within what was added as it is', () => {
  const whatIf: WhatIfSaving = { action: 'defer', saves: 90, range: [80, 130] };
  expect(claim('added-resource', whatIf)).toEqual({ ...whatIf, claim: 'estimate' });
});

it.each<[Cause['kind'], WhatIfSaving['action']]>([
  ['added-resource', 'remove'],
  ['added-resource', 'defer'],
  ['slow-document', 'faster-server'],
  ['resized-resource', 'shrink'],
  ['script-execution', 'less-work'],
  ['redirect', 'no-redirect'],
  ['render-blocking', 'defer'],
])('says of %s that to %s saves all that was added, and no more', (kind, action) => {
  expect(claim(kind, { action, saves: 130 })).toEqual({ action, saves: 100, claim: 'all' });
  expect(claim(kind, { action, saves: 130, range: [90, 150] })).toEqual({
    action,
    saves: 100,
    range: [90, 100],
    claim: 'all',
  });
  expect(claim(kind, { action, saves: 130, range: [110, 150] }).range).toBeUndefined();
});

it('says where more than the change can be saved', () => {
  const whatIf: WhatIfSaving = { action: 'preload', saves: 130 };
  expect(claim('late-discovery', whatIf)).toEqual({ ...whatIf, claim: 'more' });
  const other: WhatIfSaving = { action: 'remove', saves: 250 };
  const grown = createCause({ kind: 'resized-resource', whatIf: { action: 'shrink', saves: 90 } });
  expect(claimSaving(grown, other)).toEqual({ ...other, claim: 'more' });
});
