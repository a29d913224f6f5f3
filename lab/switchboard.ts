import type { ActiveFault } from './control-page.ts';
import { applyFault, type FaultOptions, findFault } from './faults.ts';
import { type PreparedSite, prepareSite } from './prepared-site.ts';
import type { Site } from './site.ts';

export interface Switchboard {
  /** The site as it is served now. */
  readSite(): PreparedSite;
  readFault(): ActiveFault | undefined;
  /** Throws a RangeError, and changes nothing, for an id that does not exist or a strength that makes no sense. */
  setFault(id: string | undefined, options?: FaultOptions): void;
}

/** Beyond ten times the described change, bodies get too large to build. */
const MOST_STRENGTH = 10;

/** Holds which fault is switched on. The new site is complete before it takes the place of the old one. */
export function createSwitchboard(base: Site, thirdPartyOrigin: string): Switchboard {
  const sound = prepareSite(base, thirdPartyOrigin);
  let current = sound;
  let active: ActiveFault | undefined;
  return {
    readSite: () => current,
    readFault: () => active,
    setFault(id, options = {}) {
      if (id === undefined) {
        current = sound;
        active = undefined;
        return;
      }
      const { strength = 1, baseOnly = false } = options;
      if (!(strength > 0 && strength <= MOST_STRENGTH)) {
        throw new RangeError(`strength: expected a number above 0, up to ${MOST_STRENGTH}, got ${strength}`);
      }
      const site = applyFault(findFault(id), { strength, baseOnly }, base);
      current = prepareSite(site, thirdPartyOrigin, [sound, current]);
      active = { id, strength, baseOnly };
    },
  };
}
