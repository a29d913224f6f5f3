import type { Weight } from '../derive/weights.ts';
import { text } from '../text.ts';
import { Icon } from './icon.tsx';
import { TableHead } from './table-head.tsx';

export function WeightTable({ weights }: { readonly weights: readonly Weight[] }) {
  return (
    <section class="card" aria-labelledby="weight">
      <h2 id="weight">{text('weightByType')}</h2>
      <table class="weights">
        <TableHead
          first={text('type')}
          numbers={[text('requests'), text('size')]}
          words={[text('budgetLine')]}
        />
        <tbody>
          {weights.map((weight) => (
            <tr key={weight.type}>
              <th scope="row">{weight.label}</th>
              <td class="number" title={weight.thirdParty && text('thirdPartyShare', weight.thirdParty)}>
                {weight.requests}
              </td>
              <td class="number">{weight.size}</td>
              <td>
                <WeightBar weight={weight} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function WeightBar({ weight }: { readonly weight: Weight }) {
  const mark = weight.limitShare === undefined ? undefined : `${(weight.limitShare * 100).toFixed(1)}%`;
  return (
    <div class="weight-bar">
      <svg class={weight.broken ? 'bad' : 'quiet'} aria-hidden="true">
        <rect x="0" y="25%" width={`${Math.max(weight.share * 100, 0.5).toFixed(1)}%`} height="50%" rx="1" />
        {mark && <line x1={mark} x2={mark} y1="0" y2="100%" />}
      </svg>
      <span class={`state ${weight.broken ? 'bad' : 'quiet'}`}>
        {weight.limit && <Icon name={weight.broken ? 'cross' : 'check'} />}
        {weight.limit ? text(weight.broken ? 'overLimit' : 'underLimit', weight.limit) : ''}
      </span>
    </div>
  );
}
