import { countWakeUps } from '../soak/count-wake-ups.ts';
import { onRawGround } from '../soak/raw-ground.ts';
import { atMost, type Figure } from '../soak/row.ts';

const NAVIGATIONS = [1, 10];

/** For the load, for what came later, and for its tail. */
const MOST = 3;

/** How often a worker that sleeps whenever it can is started for one navigation. */
export function measureWakeUps(): Promise<Figure[]> {
  return onRawGround(async (ground) => {
    const life = await ground.start();
    const figures: Figure[] = [];
    for (const navigations of NAVIGATIONS) {
      const starts = await countWakeUps(ground, life, navigations);
      const what = `${navigations} navigations: starts of a sleeping worker for each`;
      figures.push(atMost(what, starts / navigations, MOST));
    }
    return figures;
  });
}
