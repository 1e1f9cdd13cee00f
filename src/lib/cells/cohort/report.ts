import { cohortWords as words } from '$lib/messages/cohort';
import type { Report } from '$lib/notebook/report/contract';
import { barsAre, countsPersons, diagramRows, headingOf, nobodyWords, tellsAlone } from './diagram';
import type { CohortOutput } from './run';
import type { CohortSpec } from './spec';
import { calledIn, entryTables } from './wording';

/** The diagram of who is in, with its counts: no row of the cohort itself. */
export const report: Report<CohortSpec, CohortOutput> = async ({ output, spec }) => {
  const first = output.rows[0];
  const sentences = [
    ...(barsAre(output) === 'persons' ? [words.barsPersons] : []),
    ...(tellsAlone(output) ? [words.aloneSaid] : []),
    ...(spec.caption === undefined ? [] : [spec.caption]),
    words.source(first?.entries ?? 0, first?.persons ?? 0, entryTables(spec))
  ];
  return {
    individual: false,
    blocks: [
      ...(output.entries === 0 ? [{ type: 'text', text: nobodyWords(output, spec) } as const] : []),
      {
        type: 'attrition',
        title: headingOf(output, spec),
        rows: diagramRows(output, spec),
        heads: countsPersons(output) ? [words.entriesHead(calledIn(spec)), words.personsHead] : undefined,
        hatched: output.rows.some((row) => row.lost > 0) ? words.leftOut : undefined,
        caption: sentences.join(' ')
      }
    ],
    aggregates: [output.stepsName]
  };
};
