import { describe, expect, it } from 'vitest';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import { createPageState, observe } from './observe.ts';
import { parsePage } from './page.ts';
import type { Observation, PageState } from './page-state.ts';

const page = parsePage('http://localhost:8080/')!;

/** One load; with three more files, as scripts of the page's own or as images. */
function visit(index: number, more?: 'script' | 'img') {
  const { resources } = createCapture();
  const added = ['one', 'two', 'three'].map((name) =>
    createCapturedResource({
      url: `http://localhost:8080/${name}.${more === 'img' ? 'png' : 'js'}`,
      initiatorType: more ?? 'script',
    }),
  );
  const visitId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return buildSnapshot(createCapture({ visitId, resources: more ? [...resources, ...added] : resources }));
}

function observeAll(extra: ('script' | 'img' | undefined)[]): Observation[] {
  let state: PageState = createPageState(page, 'scan');
  return extra.map((more, i) => {
    const observation = observe(state, visit(i, more), { budgets: [] });
    state = observation.page;
    return observation;
  });
}

const usual = Array.from({ length: 6 }, () => undefined);

const requestVerdicts = (observations: readonly Observation[]) =>
  observations.slice(usual.length).map(({ judgement }) => judgement.metrics.requests?.verdict);

describe('observe with the default rule', () => {
  it('believes a change of something constant at once when the build changed with it', () => {
    expect(requestVerdicts(observeAll([...usual, 'script']))).toEqual(['regressed']);
  });

  it('waits for a second load when nothing explains it', () => {
    expect(requestVerdicts(observeAll([...usual, 'img', 'img']))).toEqual(['needs-more-loads', 'regressed']);
  });

  it('keeps what the rule says of the milestones together', () => {
    const [last] = observeAll(usual).slice(-1);
    expect(last?.judgement.pageSpeed).toMatchObject({ verdict: 'unchanged', baseline: { n: 5 } });
  });
});
