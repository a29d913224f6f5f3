import { openMonitorDatabase } from '../../src/store/database.ts';
import { saveFile } from '../connection/save-file.ts';
import { nameReport } from '../derive/report-forms.ts';
import { readReport } from './read-report.ts';

/** Saves the report of a page, or of all pages, as a file; gives its name. */
export async function exportPage(page: string | undefined): Promise<string> {
  const name = nameReport(page);
  saveFile(name, await readReport(await openMonitorDatabase(), page));
  return name;
}
