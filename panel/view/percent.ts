/** A share, 0 to 1, as a length in a style or a drawing. */
export const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
