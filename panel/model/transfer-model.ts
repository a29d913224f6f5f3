import { type ReadonlySignal, signal } from '@preact/signals';
import type { AskComparison } from '../connection/comparison-thread.ts';
import { copyText } from '../connection/copy-text.ts';
import { saveFile } from '../connection/save-file.ts';
import { FILE_KINDS, nameReport, type ReportForm } from '../derive/report-forms.ts';
import { formatValue } from '../format.ts';
import { text } from '../text.ts';
import type { ImportPhase } from './import-report.ts';
import type { Database, DatabaseModel } from './database-model.ts';
import type { NoticeModel } from './notice-model.ts';

export interface ImportProgress {
  readonly phase: 'reading' | ImportPhase;
  readonly done: number;
  readonly all: number;
}

export interface TransferModel {
  /** How far an import is; undefined when none is on its way. */
  readonly progress: ReadonlySignal<ImportProgress | undefined>;
  /** Saves the report of a page, or of all pages. */
  readonly save: (page: string | undefined, form?: ReportForm) => void;
  readonly copy: (page: string | undefined, form?: ReportForm) => void;
  readonly take: (file: File) => void;
  readonly cancel: () => void;
}

interface Needed {
  readonly database: DatabaseModel;
  readonly notices: NoticeModel;
  readonly ask: AskComparison;
}

export function createTransferModel({ database, notices, ask }: Needed): TransferModel {
  const progress = signal<ImportProgress>();
  let cancelled = false;
  const withDatabase = (work: (db: Database) => Promise<void>): void => {
    const state = database.state.peek();
    if (state.status === 'open') notices.guard(work(state.db));
  };
  const write = async (db: Database, page: string | undefined, form: ReportForm): Promise<string> => {
    const { writeReport } = await import('./write-report.ts');
    return writeReport(form, { db, page, ask });
  };
  return {
    progress,
    save: (page, form = 'json') =>
      withDatabase(async (db) => {
        const name = nameReport(page, form);
        saveFile(name, await write(db, page, form), FILE_KINDS[form].type);
        notices.show({ tone: 'good', text: text('savedFile', name) });
      }),
    copy: (page, form = 'json') =>
      withDatabase(async (db) => {
        const report = await write(db, page, form);
        const copied = await copyText(report);
        const what = [text(FILE_KINDS[form].title), formatValue(report.length, 'bytes')];
        notices.show(
          copied
            ? { tone: 'good', text: text('copiedWhat', ...what) }
            : { tone: 'bad', text: text('copyRefused', ...what) },
        );
      }),
    take: (file) =>
      withDatabase(async (db) => {
        cancelled = false;
        progress.value = { phase: 'reading', done: 0, all: 0 };
        try {
          const { importReport } = await import('./import-report.ts');
          const onProgress = (phase: ImportPhase, done: number, all: number): void =>
            void (progress.value = { phase, done, all });
          const done = await importReport(db, file, { onProgress, isCancelled: () => cancelled });
          notices.show({ tone: 'good', text: done });
        } finally {
          progress.value = undefined;
        }
      }),
    cancel: () => void (cancelled = true),
  };
}
