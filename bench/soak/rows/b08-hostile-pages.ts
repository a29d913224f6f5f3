import { waitFor } from '../../../cli/wait-for.ts';
import type { VisitRow } from '../../../src/store/schema.ts';
import { type Ground, onGround } from '../ground.ts';
import { FROZEN_PAGE, HOSTILE_PAGES, type HostilePage } from '../hostile-pages.ts';
import { defineRow, type Figure, none, type Pace } from '../row.ts';

interface Scale {
  readonly frozenMilliseconds: number;
}

export const hostilePages = defineRow<Scale>({
  id: 'B8',
  fault: 'a page fights back',
  short: { frozenMilliseconds: 2_000 },
  long: { frozenMilliseconds: 10_000 },
  measure: (scale, pace) => onGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: Ground, { frozenMilliseconds }: Scale, pace: Pace): Promise<Figure[]> {
  const wrong: string[] = [];
  const harmed: string[] = [];
  // Pages of one site share a thread: the one that holds it up comes alone.
  for (const group of [HOSTILE_PAGES, [FROZEN_PAGE]]) {
    const visited = await Promise.all(group.map((page) => visitPage(ground, page, frozenMilliseconds)));
    for (const { page, visit, errors } of visited) {
      wrong.push(...page.check(visit.snapshot, frozenMilliseconds).map((line) => `${page.name}: ${line}`));
      harmed.push(...errors.map((line) => `${page.name}: ${line}`));
      pace.tell(page.name);
    }
  }
  return [
    none('pages whose data are neither right nor marked', wrong),
    none('pages harmed by us', harmed),
    none('half-written', await ground.ask('verifyStore', undefined)),
    none('errors', ground.complaints),
  ];
}

async function visitPage(
  { browser, site, readVisits }: Ground,
  hostile: HostilePage,
  frozenMilliseconds: number,
): Promise<{ page: HostilePage; visit: VisitRow; errors: string[] }> {
  const { name, headers, write } = hostile;
  const path = `/${name.replaceAll(' ', '-')}`;
  site.serve(path, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(write(frozenMilliseconds));
  });
  site.serve('/thing', (_request, response) => response.end('thing'));
  const page = await browser.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.goto(site.origin + path);
  const find = async () => (await readVisits()).find((visit) => visit.page.endsWith(path));
  const visit = await waitFor(find, { what: `the visit of ${path}`, timeout: 30_000 });
  await page.close();
  return { page: hostile, visit, errors };
}
