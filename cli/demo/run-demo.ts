import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright';
import { findFault } from '../../lab/faults.ts';
import { type Lab, startLab } from '../../lab/server.ts';
import { METRICS } from '../../src/domain/metric.ts';
import { serializeReport } from '../../src/domain/report.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { type Browser, startBrowser } from '../browser.ts';
import { BROKEN, type ExitCode, FINE } from '../exit-code.ts';
import { formatComparison } from '../format/comparison.ts';
import { findExtension } from '../measure/extension-dir.ts';
import { createReport } from '../measure/create-report.ts';
import { readStoredVisits } from '../stored-visits.ts';
import type { Terminal } from '../terminal.ts';
import { explainLatest, findNamedFault } from './conclude.ts';
import { describeLoad } from './describe-load.ts';
import { reloadUntil } from './reload-until.ts';

/** Twice the described change, so that it stands clear of the noise of a busy machine. */
const PLANTED = findFault('rb-script');
const STRENGTH = 2;

/** More than any rule needs to learn a page, or to be sure of a change of this size. */
const MOST_LOADS = 25;

/**
 * The first loads after a start pay for what the browser has not done yet. Nothing learns from these: reloads are a
 * cohort of their own.
 */
const WARM_UP_VISITS = 3;

export interface DemoOptions {
  readonly headed: boolean;
  /** Where report.json and panel.png go. */
  readonly outDir: string;
  readonly terminal: Terminal;
}

/**
 * The main job from beginning to end: learns a page by reloading it, plants a regression, reloads until it is
 * confirmed, and tells its causes. With a window it then stays open until the user closes it.
 * 0 when the planted fault is named as the top cause, 1 when it is not.
 */
export async function runDemo({ headed, outDir, terminal }: DemoOptions): Promise<ExitCode> {
  const lab = await startLab();
  try {
    const browser = await startBrowser({ extensionDir: findExtension(), headed, devtools: true });
    try {
      const code = await tell({ lab, browser, outDir, terminal });
      if (headed) await stayOpen(browser, lab, terminal);
      return code;
    } finally {
      await browser.stop();
    }
  } finally {
    await lab.stop();
  }
}

interface Stage {
  readonly lab: Lab;
  readonly browser: Browser;
  readonly outDir: string;
  readonly terminal: Terminal;
}

async function tell({ lab, browser, outDir, terminal }: Stage): Promise<ExitCode> {
  const { page } = browser;
  const worker = await browser.serviceWorker();
  for (let visit = 0; visit < WARM_UP_VISITS; visit++) await page.goto(`${lab.origin}${PLANTED.page}`);
  const panel = await browser.openPanel(page);
  let loads = 0;
  const reloader = {
    page,
    worker,
    onLoad: (visit: VisitRow) => terminal.print(`${String(++loads).padStart(4)}  ${describeLoad(visit)}\n`),
  };

  terminal.print(`The page as it is: ${page.url()}\n`);
  await reloadUntil(reloader, { what: 'a baseline', isReached: isLearnt, mostLoads: MOST_LOADS });

  lab.setFault(PLANTED.id, { strength: STRENGTH });
  terminal.print(`Planted into the page: ${PLANTED.title.toLowerCase()}\n`);
  const latest = await reloadUntil(reloader, {
    what: 'a confirmed regression',
    isReached: isRegressed,
    mostLoads: MOST_LOADS,
  });

  const visits = await readStoredVisits(worker, { page: latest.page });
  const comparison = explainLatest(visits, latest);
  const shown = { page: latest.page, cohort: latest.judgement.cohort, ...comparison };
  terminal.print(`\n${formatComparison([shown], 'text', terminal.colour)}\n`);
  const named = findNamedFault(comparison, PLANTED.truth);
  await saveArtefacts({ outDir, panel, visits, resource: named?.cause.resource });
  terminal.print(`${join(outDir, 'report.json')}: every load, to compare, check, replay and import\n`);
  terminal.print(`${join(outDir, 'panel.png')}: the panel\n`);
  if (!named) {
    terminal.note('The planted script was not named as the top cause.');
    return BROKEN;
  }
  terminal.print(`The planted script is named as the top cause of ${METRICS[named.metric].label}.\n`);
  return FINE;
}

/** Every metric that was measured is judged. */
function isLearnt({ judgement }: VisitRow): boolean {
  const verdicts = Object.values(judgement.metrics).map(({ verdict }) => verdict);
  return verdicts.some((verdict) => verdict !== 'not-measured') && !verdicts.includes('needs-more-loads');
}

function isRegressed({ judgement }: VisitRow): boolean {
  return PLANTED.truth.metrics.some((name) => judgement.metrics[name]?.verdict === 'regressed');
}

interface Artefacts {
  readonly outDir: string;
  readonly panel: Frame;
  readonly visits: readonly VisitRow[];
  /** What the panel names once it has caught up. */
  readonly resource: string | undefined;
}

async function saveArtefacts({ outDir, panel, visits, resource }: Artefacts): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const snapshots = visits.map(({ snapshot }) => snapshot);
  await writeFile(join(outDir, 'report.json'), serializeReport(createReport(snapshots, [])));
  if (resource !== undefined) await panel.getByText(resource).first().waitFor({ state: 'visible' });
  await panel.locator('html').screenshot({ path: join(outDir, 'panel.png') });
}

/** Until the user closes the window, or stops us from the keyboard. */
async function stayOpen({ context }: Browser, lab: Lab, terminal: Terminal): Promise<void> {
  terminal.print(
    `\nThe browser stays open. Switch faults at ${lab.origin}/lab and reload; close it to end.\n`,
  );
  await new Promise<void>((resolve) => {
    context.once('close', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}
