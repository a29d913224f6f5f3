import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { waitFor } from '../../../cli/wait-for.ts';
import type { Budget } from '../../../src/domain/budget.ts';
import { buildSnapshot } from '../../../src/domain/build-snapshot.ts';
import { createCapture } from '../../../src/domain/capture.fixture.ts';
import { buildReport, serializeReport } from '../../../src/domain/report.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, none, within } from '../row.ts';

interface Input {
  readonly name: string;
  readonly text: string | Buffer;
  /** A file is made this long, which costs no disk. */
  readonly bytes?: number;
  /** What the panel must say of it. */
  readonly says: string;
}

const MEGABYTE = 1024 * 1024;

/** They take minutes to match nothing, if anyone runs them. */
const EVIL_PATTERNS = { expression: '/(a+)+$', wildcards: '/*a*a*a*b', names: '/:a-:b-:c-:d' };

export const imports = defineRow({
  id: 'B9',
  fault: 'files that are no reports, or reports that are not ours, are imported',
  short: {},
  long: {},
  measure: () => onGround(measure),
});

async function measure(ground: Ground): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pbm-imports-'));
  const panel = await ground.browser.context.newPage();
  await panel.goto(`chrome-extension://${ground.browser.extensionId}/panel/panel.html`);
  await panel.getByRole('tabpanel').waitFor();
  const before = await measureHeap(ground, panel);
  const misread: string[] = [];
  let slowest = 0;
  for (const input of listInputs()) {
    const path = join(folder, input.name);
    await writeFile(path, input.text);
    if (input.bytes !== undefined) await truncate(path, input.bytes);
    const { said, took } = await take(panel, path, input);
    slowest = Math.max(slowest, took);
    if (said === undefined) misread.push(`${input.name}: ${await panel.getByRole('status').innerText()}`);
  }
  const growth = (await measureHeap(ground, panel)) - before;
  await rm(folder, { recursive: true });
  const { visits } = await ground.readStore();
  return [
    none('files refused without the place and the reason', misread),
    within('slowest refusal', slowest / 1000, 1, ' s'),
    within('memory it took', growth / MEGABYTE, 50, ' MB'),
    exactly('visits: those of the one good report, once', visits, 1),
    none('half-written', await ground.ask('verifyStore', undefined)),
    none('errors', ground.complaints),
  ];
}

function listInputs(): Input[] {
  const good = writeReport([]);
  const report = JSON.parse(good) as { pages: { visits: object[] }[] };
  const [page] = report.pages;
  const twice = { ...report, pages: [{ ...page, visits: [page?.visits[0], page?.visits[0]] }] };
  return [
    { name: 'large.json', text: '{', bytes: 100 * MEGABYTE, says: 'large.json: expected at most' },
    { name: 'empty.json', text: '', says: 'empty.json: expected JSON, got an empty file' },
    { name: 'truncated.json', text: good.slice(0, -200), says: 'truncated.json: expected JSON, got' },
    {
      name: 'bomb.json.gz',
      text: gzipSync(Buffer.alloc(200 * MEGABYTE)),
      says: 'bomb.json.gz: expected JSON, got',
    },
    { name: 'future.json', text: good.replace('"version": 1', '"version": 2'), says: 'future.json: ' },
    ...Object.entries(EVIL_PATTERNS).map(([name, pattern]) => ({
      name: `${name}.json`,
      text: writeReport([{ id: 'evil', name: 'Evil', pattern, limits: [] }]),
      says: `${name}.json: budgets[0].pattern: expected`,
    })),
    { name: 'list.json', text: '[]', says: 'list.json: $schema: expected' },
    {
      name: 'negative.json',
      text: good.replace(/"load": \d+/, '"load": -1'),
      says: 'negative.json: pages[0].visits[0].',
    },
    {
      name: 'endless.json',
      text: good.replace(/"load": \d+/, '"load": 1e999'),
      says: 'endless.json: pages[0].visits[0].metrics.load: expected',
    },
    {
      name: 'proto.json',
      text: good.replace('{', '{"__proto__": {"polluted": 1}, "x": {"constructor": 1},'),
      says: 'from proto.json.',
    },
    { name: 'twice.json', text: JSON.stringify(twice), says: 'had been here already' },
  ];
}

async function take(
  panel: Page,
  path: string,
  { says }: Input,
): Promise<{ said: boolean | undefined; took: number }> {
  const start = performance.now();
  await panel.getByLabel('Report to import').setInputFiles(path);
  const said = await waitFor(
    async () => (await panel.getByRole('status').innerText()).includes(says) || undefined,
    { what: says, timeout: 5_000 },
  ).catch(() => undefined);
  return { said, took: performance.now() - start };
}

async function measureHeap({ browser }: Ground, panel: Page): Promise<number> {
  const session = await browser.context.newCDPSession(panel);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

function writeReport(budgets: readonly Budget[]): string {
  const url = 'http://localhost:1/';
  const snapshot = buildSnapshot(createCapture({ url }));
  return serializeReport(
    buildReport({
      generatorVersion: '0.1.0',
      rule: 'classic',
      budgets,
      pages: [{ key: url, origin: 'http://localhost:1', route: '/', visits: [snapshot] }],
    }),
  );
}
