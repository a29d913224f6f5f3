import { urls } from '../../bench/soak/rows/b05-urls.ts';
import { pageText } from '../../bench/soak/rows/b06-page-text.ts';
import { forgedMessages } from '../../bench/soak/rows/b07-forged-messages.ts';
import { imports } from '../../bench/soak/rows/b09-imports.ts';
import { hiddenSizes } from '../../bench/soak/rows/b10-hidden-sizes.ts';
import { testRows } from './test-rows.ts';

testRows([urls, pageText, forgedMessages, imports, hiddenSizes]);
