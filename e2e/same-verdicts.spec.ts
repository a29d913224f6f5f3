import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { installUrlPattern } from '../cli/install-url-pattern.ts';
import { runPbm } from '../cli/run-pbm.ts';
import { readStoredVisits } from '../cli/stored-visits.ts';
import { selectBaseline, selectCurrent } from '../src/domain/select-baseline.ts';
import { type Report, serializeReport } from '../src/domain/report.ts';
import { expect, test } from './fixtures.ts';

test('the command line says of an exported report what the panel says', async ({
  lab,
  monitor,
}, testInfo) => {
  await installUrlPattern();
  const { page, panel } = await monitor.openPanel('/');
  await monitor.reloadUntil(page, panel, 'unchanged');
  lab.setFault('rb-script', { strength: 2 });
  const latest = await monitor.reloadUntil(page, panel, 'regressed');
  await page.goto('about:blank');
  const tab = await monitor.openTab('panel/panel.html');
  await tab.setViewportSize({ width: 900, height: 700 });
  const stored = await readStoredVisits(tab, { page: latest.page });
  const exported = await save(tab, 'Save all pages as JSON', testInfo.outputPath('exported.json'));
  const report = JSON.parse(await readFile(exported, 'utf8')) as Report;
  const pick = async (name: string, visits: Report['pages'][number]['visits']): Promise<string> => {
    const path = testInfo.outputPath(name);
    const [only] = report.pages;
    if (!only) throw new Error('the report has no page');
    await writeFile(path, serializeReport({ ...report, pages: [{ ...only, visits }] }));
    return path;
  };

  const replayed = JSON.parse(await pbm(1, 'replay', exported, '--format', 'json')) as {
    pages: { visits: object[] }[];
  };
  expect(replayed.pages[0]?.visits).toMatchObject(
    stored.map(({ visitId, judgement }) => JSON.parse(JSON.stringify({ visitId, ...judgement })) as object),
  );

  const budgets = testInfo.outputPath('budgets.json');
  await writeFile(budgets, JSON.stringify(report.budgets));
  const alone = await pick('latest.json', [latest.snapshot]);
  // Nobody clicked: the limit for interactions is not held, and not broken either.
  const checked = await pbm(2, 'check', alone, '--budget', budgets, '--format', 'json');
  const { pages } = JSON.parse(checked) as { pages: { budgets: object[] }[] };
  expect(pages[0]?.budgets).toEqual(latest.judgement.budgets);

  const before = await pick('before.json', selectBaseline(stored, latest));
  const after = await pick('after.json', selectCurrent(stored, latest));
  const compared = JSON.parse(await pbm(1, 'compare', before, after, '--format', 'json')) as Compared;
  // Bytes are the same on every load: a busy machine cannot make the two sides of this test differ.
  const bytes = compared.metrics['transferSize'];
  expect(bytes?.verdict).toBe('regressed');
  expect(bytes?.causes[0]?.resource).toContain('/js/consent.js');
  await tab.getByRole('tabpanel').getByRole('button').first().click();
  const markdown = await readFile(
    await save(tab, 'Save as Markdown', testInfo.outputPath('panel.md')),
    'utf8',
  );
  const out = await pbm(1, 'compare', before, after, '--format', 'markdown');
  expect(listCauses(markdown)).toEqual(listCauses(out));
  expect(listCauses(out).length).toBeGreaterThan(1);
});

interface Compared {
  readonly metrics: {
    readonly [name: string]: { verdict: string; causes: { resource?: string }[] } | undefined;
  };
}

/** What is said of the bytes over the network: a heading, then a line for each cause. */
function listCauses(markdown: string): string[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => line.startsWith('**Why Bytes over the network'));
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('**'));
  return [lines[start] ?? '', ...rest.slice(0, end < 0 ? undefined : end)].filter((line) => line !== '');
}

/** What it prints, when it ends with the expected code. */
async function pbm(expected: number, ...args: string[]): Promise<string> {
  const printed: string[] = [];
  const noted: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const note = (line: string): void => void noted.push(line);
  const code = await runPbm(args, { colour: false, print, note, progress: () => undefined });
  expect(code, noted.join('\n')).toBe(expected);
  return printed.join('');
}

async function save(tab: Page, item: string, path: string): Promise<string> {
  const downloading = tab.waitForEvent('download');
  await tab.getByRole('button', { name: 'Report', exact: true }).click();
  await tab.getByRole('button', { name: item }).click();
  await (await downloading).saveAs(path);
  return path;
}
