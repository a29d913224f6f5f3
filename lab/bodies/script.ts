import type { Milliseconds } from '../../src/domain/units.ts';
import type { ScriptAsset } from '../asset.ts';
import { fillWithComment } from './filler.ts';
import { seedOf } from './noise.ts';

/** Source that keeps the main thread busy for `busy` ms of wall clock: the same on a slow machine and a fast one. */
export function writeBusyLoop(busy: Milliseconds): string {
  return `(function initialise() { const end = performance.now() + ${busy}; while (performance.now() < end); })();`;
}

export function buildScript(path: string, { code, busy, imports = [], bytes }: ScriptAsset): string {
  const lines = [
    ...imports.map((specifier) => `import '${specifier}';`),
    ...(busy > 0 ? [writeBusyLoop(busy)] : []),
    code,
  ];
  return fillWithComment(lines.join('\n'), bytes, seedOf(path));
}
