import { createCapture, createCapturedResource } from '../../../src/domain/capture.fixture.ts';
import type { Capture } from '../../../src/domain/capture.ts';
import { compareReports } from '../../../src/domain/compare-reports.ts';
import { buildReport, type Report, serializeReport } from '../../../src/domain/report.ts';
import { parsePage } from '../../../src/domain/page.ts';
import { replayPage } from '../../../src/domain/replay-report.ts';
import { sayFault } from '../../../src/domain/words/say-fault.ts';
import { openContentWorld } from '../content-world.ts';
import { deliverUntilAcknowledged } from '../deliver.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, none, type Pace } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly rounds: number;
}

const VISITS = 4;

export const shuffled = defineRow<Scale>({
  id: 'F15',
  fault: 'the same messages arrive in another order, and more than once',
  short: { rounds: 4 },
  long: { rounds: 100 },
  measure: (scale, pace) => onGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: Ground, { rounds }: Scale, pace: Pace): Promise<Figure[]> {
  ground.site.serve('/', writePage());
  await ground.page.goto(`${ground.site.origin}/`);
  const world = await openContentWorld(ground.browser, ground.page);
  const ids = Array.from({ length: VISITS }, () => crypto.randomUUID());
  const reports = new Set<string>();
  const baselines = new Set<string>();
  const diffs = new Set<string>();
  let first: Report | undefined;
  const wrong: string[] = [];
  for (let round = 0; round < rounds && pace.goesOn(); round++) {
    await ground.ask('deleteEverything', undefined);
    const visits = ids.map((visitId) => writeRevisions(visitId, `${ground.site.origin}/`));
    // The first revisions make the order of the visits, which is the order in which they were loaded.
    for (const [first] of visits) if (first) await deliverUntilAcknowledged(world, first);
    const rest = visits.flatMap((revisions) => revisions.slice(1));
    for (const capture of shuffle([...rest, ...rest])) await deliverUntilAcknowledged(world, capture);
    await ground.waitForQueue();
    const report = await writeReport(ground, ids);
    reports.add(serializeReport(report));
    first ??= report;
    diffs.add(JSON.stringify(compareReports(first, report)));
    baselines.add(JSON.stringify(report.pages.map((page) => replayPage(report, page))));
    wrong.push(...(await ground.ask('verifyStore', undefined)).map(sayFault));
    pace.tell(`${round + 1} orders`);
  }
  return [
    exactly('different exports', reports.size, 1),
    exactly('different baselines', baselines.size, 1),
    exactly('different comparisons with the first', diffs.size, 1),
    none('half-written', wrong),
  ];
}

/** A load, what came later, and its tail: each says all that was known then. */
function writeRevisions(visitId: string, url: string): Capture[] {
  const resources = [1, 2, 3].map((n) => createCapturedResource({ url: `${url}${n}.js`, startTime: n * 10 }));
  const stages = ['provisional', 'update', 'final'] as const;
  return stages.map((stage, index) =>
    createCapture({
      visitId,
      url,
      stage,
      revision: index + 1,
      resources: resources.slice(0, index + 1),
      vitals: { cumulativeLayoutShift: { value: index / 100 } },
    }),
  );
}

async function writeReport(ground: Ground, ids: readonly string[]) {
  const rows = (await ground.readVisits()).filter(({ visitId }) => ids.includes(visitId));
  const page = parsePage(`${ground.site.origin}/`);
  if (!page) throw new Error('the site has no page');
  return buildReport({
    generatorVersion: '0',
    rule: rows[0]?.judgement.rule ?? '',
    budgets: [],
    pages: [{ ...page, visits: rows.map(({ snapshot }) => snapshot) }],
  });
}

function shuffle<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
