import type { MetricName } from '../../src/domain/metric.ts';
import type { Parts } from '../../src/domain/parts/parts.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import { type DrawnPart, derivePartRows } from '../derive/parts-rows.ts';
import { isChange } from '../format.ts';
import { text } from '../text.ts';
import { percent } from './percent.ts';
import { SourceLink } from './source-link.tsx';
import { TableHead } from './table-head.tsx';

interface PartsTableProps {
  readonly parts: Parts;
  readonly metric: MetricName;
  readonly label: string;
  readonly tab: InspectedTab;
  /** Of the metric: parts of what has not changed are no good news and no bad news. */
  readonly verdict: Verdict;
  readonly change: number;
}

/** What a metric is made of, both sides beside each other. */
export function PartsTable({ parts, metric, label, tab, verdict, change }: PartsTableProps) {
  const { title, target, rows } = derivePartRows(parts, metric, change);
  return (
    <section class="card parts" aria-labelledby="parts">
      <div class="card-head">
        <h2 id="parts">
          {title} · {label}
        </h2>
        {target !== undefined && <bdi class="path muted">{target}</bdi>}
      </div>
      <table class="parts-rows">
        <TableHead first={text('part')} numbers={[text('before'), text('now'), text('delta')]}>
          <td class="part-bars" />
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">
                <bdi>{row.label}</bdi>
                {row.source && (
                  <SourceLink
                    tab={tab}
                    url={row.source.url}
                    charPosition={row.source.charPosition}
                    name={row.label}
                  />
                )}
              </th>
              <td class="number">{row.baseline}</td>
              <td class="number">{row.current}</td>
              <td class={`number ${toneOf(row, verdict)}`}>{row.delta ?? ''}</td>
              <td class="part-bars">
                <PartBars row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function toneOf({ delta, worse, better }: DrawnPart, verdict: Verdict): string {
  if (!isChange(delta)) return 'muted';
  if (verdict === 'unchanged') return '';
  return worse ? 'bad' : better ? 'good' : '';
}

function PartBars({ row: { before, after, worse } }: { readonly row: DrawnPart }) {
  return (
    <svg class={worse ? 'more' : 'less'} aria-hidden="true">
      <rect class="before" x={percent(before.from)} width={percent(before.size)} y="1" height="5" rx="1" />
      <rect class="after" x={percent(after.from)} width={percent(after.size)} y="8" height="7" rx="1" />
    </svg>
  );
}
