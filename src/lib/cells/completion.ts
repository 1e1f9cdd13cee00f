import type { CompletionProvider, DescriptionProvider } from '$lib/ui/code-editor/editor-options';
import { benchmarkFields } from './benchmark/fields';
import { chartFields } from './chart/fields';
import { codeComplete, codeDescribe } from './code/help';
import { cohortFields } from './cohort/fields';
import { hourlyFields } from './hourly/fields';
import { fieldsFor } from './input/spec';
import type { KnownNames } from './known-names';
import { pathwayFields } from './pathway/fields';
import { pkFieldsFor } from './pk/fields';
import { profileFields } from './profile/fields';
import { qualityFieldsFor } from './quality/fields';
import { scoreFields } from './score/fields';
import { simulateFieldsFor } from './simulate/fields';
import { sqlComplete } from './sql/completion';
import { statisticsFieldsFor } from './statistics/fields';
import { taskComplete } from './task/completion';

/** What the editor of a cell of this kind offers at the caret; undefined where there is nothing to offer. */
export function completionFor(
  kind: string,
  known: () => KnownNames | Promise<KnownNames>
): CompletionProvider | undefined {
  switch (kind) {
    case 'sql':
      return sqlComplete(known);
    case 'js':
    case 'ts':
      return codeComplete(known);
    case 'chart':
      return taskComplete(() => chartFields, known);
    case 'benchmark':
      return taskComplete(() => benchmarkFields, known);
    case 'cohort':
      return taskComplete(() => cohortFields, known);
    case 'hourly':
      return taskComplete(() => hourlyFields, known);
    case 'pk':
      return taskComplete(pkFieldsFor, known);
    case 'profile':
      return taskComplete(() => profileFields, known);
    case 'quality':
      return taskComplete(qualityFieldsFor, known);
    case 'pathway':
      return taskComplete(() => pathwayFields, known);
    case 'score':
      return taskComplete(() => scoreFields, known);
    case 'simulate':
      return taskComplete(simulateFieldsFor, known);
    case 'statistics':
      return taskComplete(statisticsFieldsFor, known);
    case 'input':
      return taskComplete(fieldsFor, known);
    default:
      return undefined;
  }
}

/** What the editor tells of the word under the pointer; undefined where a kind tells nothing. */
export function descriptionFor(
  kind: string,
  known: () => KnownNames | Promise<KnownNames>
): DescriptionProvider | undefined {
  return kind === 'js' || kind === 'ts' ? codeDescribe(known) : undefined;
}
