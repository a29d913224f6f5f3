import { FAULTS } from './faults.ts';
import { LAB_PAGES } from './fault.ts';

/** What is switched on: a fault's id and strength. */
export interface ActiveFault {
  readonly id: string;
  readonly strength: number;
  readonly baseOnly: boolean;
}

/** `/lab`: a page to switch faults by hand. Works without script, so that it costs what it shows. */
export function writeControlPage(active: ActiveFault | undefined): string {
  const state = active ? `Switched on: <strong>${active.id}</strong>` : 'Nothing is wrong at the moment';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Fault lab</title>
<link rel="icon" href="data:,">
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 760px; margin: 32px auto; padding: 0 16px; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid #ddd; padding: 6px 12px 6px 0; }
button { font: inherit; cursor: pointer; }
[aria-current] { background: #fdf1d7; }
</style>
<h1>Fault lab</h1>
<p>Pages: ${LAB_PAGES.map((path) => `<a href="${path}">${path}</a>`).join(' ')}</p>
<form method="post" action="/lab">
<p>${state}. <button name="fault" value="">Switch all off</button></p>
<table>
${FAULTS.map((fault) => writeRow(fault, fault.id === active?.id)).join('\n')}
</table>
</form>
</html>
`;
}

function writeRow({ id, title, page }: (typeof FAULTS)[number], current: boolean): string {
  return `<tr${current ? ' aria-current="true"' : ''}><td><button name="fault" value="${id}">${id}</button></td>
<td>${title}</td><td><a href="${page}">${page}</a></td></tr>`;
}
