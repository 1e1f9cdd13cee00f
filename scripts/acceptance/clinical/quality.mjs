import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../site/places.mjs';

export const line = 'quality';
export const asked =
  'all planted faults found by the named checks, the clean set passes (§9.4); works on the public OMOP extract without crash and with believable findings, listed in the note';

const extract = 'omop-synthea/Synthea27Nj_5.4.zip';
const engine = 'workers/clinical/quality';

/** Faults of §9.4 by what its tests say of them. */
const faults = Array.from({ length: 17 }, (_, at) => at + 1);
const isOf = (/** @type {number} */ fault, /** @type {string} */ test) => {
  const said = /\bfaults? (\d+)(?: and (\d+))?/.exec(test);
  return said !== null && said.slice(1).includes(String(fault));
};

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const zip = context.data(extract);
  const { tests, passed, failed, problems, holds } = await context.vitest([engine], {
    PHEMS_DATA: zip.slice(0, -extract.length)
  });
  const found = faults.filter((fault) => tests.some((test) => isOf(fault, test)));
  const clean = tests.filter((test) => /without faults and leak passes every check|without faults passes/.test(test));
  const ofExtract = tests.filter((test) => /counts as plain SQL does|every check answers/.test(test));
  const cell = await byTheCell(context);
  const publicExtract = await onPublicExtract(context, zip);
  return {
    measured: {
      engine: { passed, failed, problems },
      faultsFound: found,
      cleanPasses: clean,
      ofPublicExtract: ofExtract.length,
      cell,
      publicExtract
    },
    holds:
      holds &&
      found.length === faults.length &&
      clean.length > 0 &&
      ofExtract.length >= 10 &&
      cell.sound === 'no check fails' &&
      cell.failed.length > 0 &&
      publicExtract.status === 'ok' &&
      publicExtract.checks === 26
  };
}

/** What the reference notebook's cells say of a clean and a faulty hospital. @param {import('../context.mjs').Context} context */
async function byTheCell(context) {
  const text = readFileSync(join(root, 'notebooks/reference/quality.md'), 'utf8');
  const asked = `${text}\n\n${summaryOf('sound', 'soundChecks')}\n\n${summaryOf('found', 'foundChecks')}\n`;
  const outcome = await context.runner('quality', asked, { rows: 50 });
  const failed = (/** @type {string} */ id) =>
    (outcome.cells.find((cell) => cell.id === id)?.table?.rows ?? [])
      .filter(([, status]) => status === 'fail')
      .map(([check]) => Number(check));
  const ran = outcome.cells.every(({ status }) => status === 'ok');
  const sound = failed('soundChecks');
  return { ran, sound: ran && sound.length === 0 ? 'no check fails' : sound, failed: failed('foundChecks') };
}

/** A row a check: whether any of its lines fails. @param {string} table @param {string} id */
const summaryOf = (table, id) =>
  `\`\`\`sql id=${id}\nselect "check", case when bool_or(status = 'fail') then 'fail' when bool_or(status = 'pass') then 'pass' else 'not applicable' end as status, coalesce(sum(failing) filter (where status = 'fail'), 0)::bigint as failing, any_value(name) as name\nfrom ${table} group by 1 order by 1\n\`\`\``;

/** The map of the variables that the extract has: four of LOINC as OHDSI's vocabulary numbers them. */
const publicText = `\`\`\`sql id=meaning
select * from (values (3004249, 'sbp', 'mm[Hg]', 1.0), (3012888, 'dbp', 'mm[Hg]', 1.0), (3025315, 'weight', 'kg', 1.0),
  (3027018, 'heart_rate', '/min', 1.0)) v(concept_id, variable, unit, factor)
\`\`\`

\`\`\`quality id=checked
tables: [person, observation_period, visit_occurrence, visit_detail, condition_occurrence, drug_exposure, procedure_occurrence, device_exposure, measurement, observation, death, care_site, concept, concept_ancestor, cdm_source]
variable_map: meaning
\`\`\`

${summaryOf('checked', 'byCheck')}
`;

/** The cell on a public extract of CDM 5.4, as somebody would drop it. @param {import('../context.mjs').Context} context @param {string} zip */
async function onPublicExtract(context, zip) {
  const outcome = await context.runner('public extract', publicText, { data: [zip], rows: 30, timeoutSeconds: 600 });
  const cell = outcome.cells.find(({ id }) => id === 'checked');
  const rows = outcome.cells.find(({ id }) => id === 'byCheck')?.table?.rows ?? [];
  const named = (/** @type {string} */ wanted) =>
    rows
      .filter(([, status]) => status === wanted)
      .map(([check, , failing, name]) => (wanted === 'fail' ? `${check} ${name}: ${failing}` : `${check} ${name}`));
  return {
    status: cell?.status ?? outcome.error?.message ?? 'no cell',
    error: cell?.error?.message,
    checks: rows.length,
    findings: named('fail'),
    notApplicable: named('not applicable')
  };
}
