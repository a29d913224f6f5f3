import type { InspectedTab } from '../connection/inspected-tab.ts';
import { deriveWaterfallDetail } from '../derive/waterfall-detail.ts';
import type { ListedRow } from '../derive/waterfall-rows.ts';
import { text } from '../text.ts';
import { SourceLink } from './source-link.tsx';

/** The row that the cursor has reached, in numbers. */
export function WaterfallDetail({
  row,
  tab,
}: {
  readonly row: ListedRow | undefined;
  readonly tab: InspectedTab;
}) {
  if (!row) return <p class="muted">{text('chooseResource')}</p>;
  const cells = deriveWaterfallDetail(row);
  return (
    <div class="wf-detail">
      <p>
        <bdi class="path">{row.name}</bdi>
        {row.change !== 'removed' && <SourceLink tab={tab} url={row.row.url} name={row.name} />}
      </p>
      <table>
        <thead>
          <tr>
            <td />
            {cells.map(({ label, kind }) => (
              <th key={label} scope="col" class="number">
                {kind && <span class={`swatch ${kind}`} />}
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text('before')}</th>
            {cells.map(({ label, baseline }) => (
              <td key={label} class="number">
                {baseline}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{text('now')}</th>
            {cells.map(({ label, current, worse }) => (
              <td key={label} class={`number ${worse ? 'bad' : ''}`}>
                {current}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
