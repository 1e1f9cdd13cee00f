import { checkArguments, need } from '../../shared/call-arguments';
import type { JobOptions } from '../../shared/job';
import type { Table } from '../../shared/table';
import { fail } from '../errors';
import type { Analysis } from './contract';
import { NO_TABLE, type AnalysisMethod } from './define';
import { Given } from './given';
import { analyses } from './methods';
import { estimatesTable } from './tidy';

type Request = Readonly<Record<string, unknown>>;

/**
 * One analysis of a table.
 *
 * @param method as cells write it: `kaplan-meier`
 * @param request names of columns and choices, by the keys that the method takes
 * @throws `analysis-unknown`; `call-argument`, `call-key` where the request is not what the method takes; `column-…`; what
 *   the method throws; `stopped`
 */
export async function analyse(
  method: string,
  table: Table | undefined,
  request: Request,
  job: JobOptions = {}
): Promise<Analysis> {
  const asked = methodNamed(method);
  const wanted = [...(asked.table === false ? [] : [need('table', 'table')]), need('request', 'object', asked.takes)];
  checkArguments(`statistics.${codeName(method)}`, wanted, asked.table === false ? [request] : [table, request]);
  const found = await asked.run(new Given(table ?? NO_TABLE, request), job);
  return {
    method,
    question: asked.question,
    source: asked.source,
    tests: [],
    facts: [],
    more: [],
    figures: [],
    ...found,
    table: found.table ?? estimatesTable(found.estimates)
  };
}

/**
 * Names of the columns that an analysis reads, each once, as they are written.
 *
 * @throws `analysis-unknown`, `formula-…`
 */
export function columnsOf(method: string, request: Request): string[] {
  const { takes, reads } = methodNamed(method);
  const named = reads
    ? reads(request)
    : takes.flatMap(({ name, is }) => {
        const value = request[name];
        if (value === undefined) return [];
        return is === 'column' ? [value as string] : is === 'columns' ? (value as readonly string[]) : [];
      });
  return [...new Set(named)];
}

function methodNamed(name: string): AnalysisMethod {
  const found = analyses.find((one) => one.name === name);
  if (!found) throw fail('analysis-unknown', { method: name });
  return found;
}

/** `kaplan-meier` is `statistics.kaplanMeier` for own code. */
export function codeName(method: string): string {
  return method.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
