import { Document, isCollection, isMap, isPair, isScalar, visit } from 'yaml';
import { circeWords as words } from '$lib/messages/circe';
import type { ConceptSet } from './concept-sets';
import type { Written } from './criteria';
import type { LeftPart } from './reading';

/** Concepts of a set that are said in the comment; of more only the count. */
const saidConcepts = 5;

/** A cohort as the text of its cell, with what it was made of and what is missing as comments above. */
export function cohortText(
  cohort: Written,
  { title, sets, left }: { title: string | undefined; sets: readonly ConceptSet[]; left: readonly LeftPart[] }
): string {
  const missing = left.map(({ path, why }) => `${path}: ${why}`);
  const whole = {
    ...cohort,
    ...(title !== undefined && { caption: `ATLAS: ${oneLine(title)}` }),
    ...(missing.length > 0 && { not_imported: missing })
  };
  const comments = [
    words.madeFrom(title === undefined ? '' : oneLine(title)),
    ...sets.map(({ name, ids }) => words.setSaid(oneLine(name), ids.slice(0, saidConcepts).join(', '), ids.length)),
    ...(missing.length > 0 ? [words.missing(), ...missing.map((one) => `  ${oneLine(one)}`)] : [])
  ];
  const document = new Document(whole);
  visit(document, {
    // Conditions in one line each, as people write them.
    Map: (_, node, ancestors) => {
      const holder = ancestors.at(-1);
      const key = isPair(holder) && isScalar(holder.key) ? holder.key.value : undefined;
      const inList = isCollection(holder) && !isMap(holder);
      const top = ancestors.length <= 1;
      const step = inList && ancestors.some((one) => isPair(one) && isScalar(one.key) && one.key.value === 'steps');
      if (!top && key !== 'entry' && key !== 'exit' && key !== 'group' && !(step && isTopStep(ancestors)))
        node.flow = true;
    },
    Seq: (_, node) => {
      if (node.items.every((item) => isScalar(item) && typeof item.value === 'number')) node.flow = true;
    }
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `${comments.map((line) => `# ${line}`).join('\n')}\n${text}`;
}

/** A map directly in the list of steps, or in the list of a group. */
function isTopStep(ancestors: readonly unknown[]): boolean {
  return ancestors.filter((one) => isPair(one)).length === 1;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
