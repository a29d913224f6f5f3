import { storageFails } from '../../bench/soak/rows/f09-storage-fails.ts';
import { testRows } from './test-rows.ts';

testRows([storageFails]);
