import { parseBudgetFile } from '../../src/domain/formats/budget-file.ts';
import { InputError } from '../../src/domain/parse-report.ts';
import { formatValue } from '../format.ts';
import { text } from '../text.ts';

/** A budget file is written by hand; one of this size is something else. */
const MAX_FILE_BYTES = 1024 * 1024;

/** Reads a budget file of any known tool. Throws an InputError of one line that says where it is broken. */
export async function readBudgetFile(file: File): Promise<ReturnType<typeof parseBudgetFile>> {
  if (file.size > MAX_FILE_BYTES) {
    const most = formatValue(MAX_FILE_BYTES, 'bytes');
    throw new InputError(text('fileTooLarge', file.name, most, formatValue(file.size, 'bytes')));
  }
  return parseBudgetFile(await file.text(), file.name);
}
