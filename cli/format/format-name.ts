export const FORMATS = ['text', 'json', 'markdown', 'junit'] as const;

export type FormatName = (typeof FORMATS)[number];
