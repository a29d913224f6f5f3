/** Numbers in the browser's language, with a true minus. */

const MINUS = '−';

export type SignDisplay = 'auto' | 'exceptZero';

/** "1,592", "0.125", "+12"; with at most so many digits behind the point, or exactly so many. */
export function formatNumber(
  value: number,
  digits: number,
  { sign = 'auto', exact = false }: { readonly sign?: SignDisplay; readonly exact?: boolean } = {},
): string {
  return formatterOf(digits, sign, exact).format(value).replace('-', MINUS);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs a hundred times what using it does; there are nine kinds at most. */
function formatterOf(digits: number, signDisplay: SignDisplay, exact: boolean): Intl.NumberFormat {
  const key = `${digits} ${signDisplay} ${exact}`;
  const known =
    formatters.get(key) ??
    new Intl.NumberFormat(undefined, {
      maximumFractionDigits: digits,
      signDisplay,
      ...(exact && { minimumFractionDigits: digits }),
    });
  formatters.set(key, known);
  return known;
}
