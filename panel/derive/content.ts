import type { SiteAccess } from './site-access.ts';

/** What the panel shows: the page, or the one thing to do about it. */
export type Content =
  | 'loading'
  | 'storage-failed'
  | 'choose-page'
  | 'unsupported'
  | 'not-allowed'
  | 'waiting'
  | 'page';

export interface ContentInput {
  readonly database: 'opening' | 'open' | 'failed';
  readonly access: SiteAccess['status'];
  /** The page to show, if one is known. */
  readonly page: string | undefined;
  /** Loads stored of that page; undefined while they are being read. */
  readonly visits: number | undefined;
}

/** Stored loads are always shown, whatever is allowed now; without any, the access says what to do. */
export function deriveContent({ database, access, page, visits }: ContentInput): Content {
  if (database === 'failed') return 'storage-failed';
  if (database === 'opening') return 'loading';
  if (page !== undefined && visits === undefined) return 'loading';
  if (page !== undefined && visits !== undefined && visits > 0) return 'page';
  switch (access) {
    case 'none':
      return 'choose-page';
    case 'unknown':
      return 'loading';
    case 'unsupported':
      return 'unsupported';
    case 'not-allowed':
      return 'not-allowed';
    case 'allowed':
      return 'waiting';
  }
}
