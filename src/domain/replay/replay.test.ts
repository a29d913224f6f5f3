import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDocument } from '../build-snapshot.ts';
import { matchResources } from '../match/match-resources.ts';
import type { Snapshot } from '../snapshot.ts';
import { buildModel, type Model } from './model.ts';
import { arbitraryPage } from './page.arbitrary.fixture.ts';
import { loadPage } from './page-snapshot.fixture.ts';
import { addResources, changeResource, type PageSpec, SHOP } from './page-spec.fixture.ts';
import { prepareLoad } from './prepare-load.ts';
import { compileModel } from './compile-model.ts';
import { MOMENTS, type Program } from './program.ts';
import { anchorProgram, replayMilestones } from './read-milestones.ts';
import { runProgram } from './run.ts';
import { selectAll } from './select.ts';
import { WORLDS } from './world.ts';

function modelOf(before: Snapshot, after: Snapshot): Model {
  const [a, b] = [before, after].map(({ resources }) => resources.filter((r) => !isDocument(r)));
  return buildModel([prepareLoad(before), prepareLoad(after)], matchResources(a ?? [], b ?? []));
}

/** Largest difference between a node's observed and replayed end and execution, in either load. */
function replayError(model: Model, program: Program): number {
  let worst = 0;
  for (const world of WORLDS) {
    selectAll(program, world);
    runProgram(program);
    for (const { index, loads } of model.nodes) {
      const observed = loads[world];
      if (!observed) continue;
      const [, end = -1, executed = -1] = program.run.moments.slice(MOMENTS * index, MOMENTS * (index + 1));
      worst = Math.max(worst, Math.abs(end - observed.end));
      worst = Math.max(worst, Math.abs(executed - observed.executed));
    }
  }
  return worst;
}

const CONSENT = { path: '/js/consent.js', size: 90_000, execute: 90, mode: 'blocking' } as const;

describe('the replay of either load, as it was, is the load', () => {
  test.each<[string, PageSpec, PageSpec]>([
    ['the same page twice', SHOP, SHOP],
    ['a blocking script more', SHOP, addResources(SHOP, CONSENT)],
    ['a larger image', SHOP, changeResource(SHOP, '/img/hero.png', { size: 900_000 })],
    ['a slower line', SHOP, { ...SHOP, bandwidth: 300 }],
    ['a redirect', SHOP, { ...SHOP, redirect: 200 }],
  ])('%s', (_case, before, after) => {
    const model = modelOf(loadPage(before, 1), loadPage(after, 2));
    expect(replayError(model, compileModel(model))).toBeLessThan(0.01);
  });

  test('any two pages: milestones exactly, whatever changed', () => {
    fc.assert(
      fc.property(arbitraryPage, arbitraryPage, (before, after) => {
        const model = modelOf(loadPage(before), loadPage(after));
        const program = compileModel(model);
        anchorProgram(program);
        for (const world of WORLDS) {
          selectAll(program, world);
          const replayed = replayMilestones(program);
          for (const [m, { source }] of program.milestones.entries())
            expect(replayed[m]).toBeCloseTo(source.observed[world], 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a page and itself with one thing changed: every node, to a millisecond', () => {
    fc.assert(
      fc.property(arbitraryPage, fc.integer({ min: 0, max: 400 }), (page, server) => {
        const [first] = page.resources;
        const changed = first ? changeResource(page, first.path, { server }) : { ...page, server };
        const model = modelOf(loadPage(page), loadPage(changed));
        expect(replayError(model, compileModel(model))).toBeLessThan(1);
      }),
      { numRuns: 60 },
    );
  });
});

test('what one load shows of sharing the line is found from two', () => {
  const alphaOf = (bandwidth: number) => {
    const page = { ...SHOP, bandwidth };
    const busier = addResources(page, { path: '/img/new.png', size: 200_000 });
    return modelOf(loadPage(page), loadPage(busier)).alpha;
  };
  expect(alphaOf(1_250)).toBe(1);
  expect(alphaOf(1_000_000)).toBe(0);
});
