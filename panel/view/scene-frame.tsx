import type { Scene } from '../derive/filmstrip.ts';

/** A page of 24 by 18 as it looks in each scene, from an empty one to one that is complete. */
const DRAWINGS: Readonly<Record<Scene, readonly string[]>> = {
  waiting: [],
  blank: [],
  first: ['M5 6h9', 'M5 9h6'],
  largest: ['M5 5h9', 'M5 8h14v6H5z'],
  loaded: ['M5 5h9', 'M5 8h8v6H5z', 'M16 8h3', 'M16 11h3', 'M16 14h3'],
};

export function SceneFrame({ scene }: { readonly scene: Scene }) {
  return (
    <svg viewBox="0 0 24 18" width="24" height="18">
      <rect class={scene === 'waiting' ? 'empty' : 'sheet'} x="1.5" y="1.5" width="21" height="15" rx="1.5" />
      {DRAWINGS[scene].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
