import type { Variant } from '../variant.ts';
import { LIFECYCLE } from './lifecycle.ts';
import { NETWORK } from './network.ts';
import { PAINTS } from './paints.ts';
import { STABILITY } from './stability.ts';

export const VARIANTS: readonly Variant[] = [...PAINTS, ...STABILITY, ...NETWORK, ...LIFECYCLE];
