import type { Verdict } from '../../src/domain/verdict.ts';

export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}

/** Colours for a terminal, or none: then every function gives back what it got. */
export function createPaint(colour: boolean): Paint {
  const wrap = (code: number) => (text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: wrap(1), dim: wrap(2), good: wrap(32), bad: wrap(31) };
}

export function paintVerdict(paint: Paint, verdict: Verdict, text: string): string {
  switch (verdict) {
    case 'regressed':
      return paint.bad(text);
    case 'improved':
      return paint.good(text);
    case 'unchanged':
      return text;
    case 'needs-more-loads':
    case 'not-measured':
      return paint.dim(text);
  }
}
