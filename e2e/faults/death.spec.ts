import { workerKilled } from '../../bench/soak/rows/f01-worker-killed.ts';
import { browserKilled } from '../../bench/soak/rows/f02-browser-killed.ts';
import { workerAsleep } from '../../bench/soak/rows/f03-worker-asleep.ts';
import { tabsClosed } from '../../bench/soak/rows/f04-tabs-closed.ts';
import { trueIdle } from '../../bench/soak/rows/f05-true-idle.ts';
import { testRows } from './test-rows.ts';

testRows([workerKilled, browserKilled, workerAsleep, tabsClosed, trueIdle]);
