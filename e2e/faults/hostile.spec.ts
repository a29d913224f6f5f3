import { manyResources } from '../../bench/soak/rows/b01-many-resources.ts';
import { longPage } from '../../bench/soak/rows/b02-long-page.ts';
import { manyFrames } from '../../bench/soak/rows/b03-many-frames.ts';
import { storms } from '../../bench/soak/rows/b04-storms.ts';
import { hostilePages } from '../../bench/soak/rows/b08-hostile-pages.ts';
import { testRows } from './test-rows.ts';

testRows([manyResources, longPage, manyFrames, storms, hostilePages]);
