/** Takes the place of the rows of a table that are out of sight. */
export function SpacerRow({ height }: { readonly height: number }) {
  return height > 0 ? <tr class="spacer" aria-hidden="true" style={{ height: `${height}px` }} /> : null;
}
