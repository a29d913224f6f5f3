import { parseBudgetFile, serializeBudgets } from '../../src/domain/formats/budget-file.ts';
import { BUDGET_FORMATS } from '../../src/domain/formats/budget-format.ts';
import { sayBudget } from '../../src/domain/words/say-english.ts';
import { type Command, UsageError } from '../command.ts';
import { FINE } from '../exit-code.ts';
import { parseChoice, parseOptions } from '../parse-options.ts';
import { readText } from '../read-input.ts';

export const convertCommand: Command = {
  summary: "translate a budget file between ours and other tools' formats",
  help: `Usage: pbm convert <budget file> --to pbm|lighthouse|lhci|sitespeed

Reads a budget file in any of these formats, told apart by their shape, and prints it in the one asked for:

  pbm         our own, as the panel exports it
  lighthouse  budget.json of Lighthouse
  lhci        assertions of Lighthouse CI (.lighthouserc.json)
  sitespeed   budget of sitespeed.io

What one format can say and the other cannot is listed beside the result, a line each.

Examples:
  pbm convert budget.json --to pbm > budgets.json
  pbm convert budgets.json --to lhci > .lighthouserc.json

Exit code: 0 translated, 2 the file could not be read.
`,
  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, { to: { type: 'string' } });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) {
      throw new UsageError(`expected one budget file, got ${positionals.length}`);
    }
    if (values.to === undefined)
      throw new UsageError(`--to: expected ${BUDGET_FORMATS.join(', ')}, got nothing`);
    const format = parseChoice('--to', values.to, BUDGET_FORMATS);
    const read = parseBudgetFile(await readText(path), path);
    const written = serializeBudgets(read.value, format);
    for (const sentence of [...read.lost, ...written.lost]) terminal.note(`${path}: ${sayBudget(sentence)}`);
    terminal.print(written.value);
    return FINE;
  },
};
