/** 0: fine. 1: a budget is broken or a regression confirmed. 2: it could not be done. */
export type ExitCode = 0 | 1 | 2;

export const FINE: ExitCode = 0;
export const BROKEN: ExitCode = 1;
export const FAILED: ExitCode = 2;
