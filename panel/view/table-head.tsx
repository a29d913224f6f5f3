import type { ComponentChildren } from 'preact';

interface TableHeadProps {
  readonly first: string;
  /** Columns of numbers, and those of words behind them. */
  readonly numbers: readonly string[];
  readonly words?: readonly string[];
  /** In px, where rows out of sight are counted by it. */
  readonly height?: number;
  /** Cells without a name. */
  readonly children?: ComponentChildren;
}

export function TableHead({ first, numbers, words = [], height, children }: TableHeadProps) {
  return (
    <thead>
      <tr style={height === undefined ? undefined : { height: `${height}px` }}>
        <th scope="col">{first}</th>
        {numbers.map((label) => (
          <th key={label} scope="col" class="number">
            {label}
          </th>
        ))}
        {words.map((label) => (
          <th key={label} scope="col">
            {label}
          </th>
        ))}
        {children}
      </tr>
    </thead>
  );
}
