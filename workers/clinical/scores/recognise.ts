import type { ScoreInput } from './definition';
import { understands } from './input-words';

/** Further names under which the inputs of scores are found in tables; lower case. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  age_months: ['age_in_months', 'age_mo', 'agemonths'],
  suspected_infection: ['infection_suspected'],
  pf_ratio: ['pf', 'pao2_fio2', 'p_f_ratio'],
  sf_ratio: ['sf', 'spo2_fio2', 's_f_ratio'],
  pao2: ['po2'],
  paco2: ['pco2'],
  spo2: ['oxygen_saturation', 'o2_saturation'],
  imv: ['invasive_ventilation', 'mechanical_ventilation', 'vent'],
  other_respiratory_support: ['support', 'ors', 'other_support'],
  respiratory_support: ['support'],
  vasoactives: ['vasoactive_agents', 'n_vasoactives', 'vasoactive_count'],
  map: ['mean_arterial_pressure', 'mbp'],
  sbp: ['systolic', 'systolic_pressure', 'systolic_bp'],
  dbp: ['diastolic', 'diastolic_pressure', 'diastolic_bp'],
  platelets: ['plt', 'thrombocytes'],
  d_dimer: ['ddimer'],
  gcs: ['gcs_total', 'glasgow_coma_scale'],
  fixed_pupils: ['pupils', 'pupil'],
  both_pupils_fixed: ['pupils', 'fixed_pupils'],
  pupils_fixed: ['pupils', 'fixed_pupils'],
  wbc: ['leukocytes', 'leucocytes', 'white_blood_cells'],
  heart_rate: ['hr', 'pulse'],
  respiratory_rate: ['resp_rate', 'rr'],
  temperature: ['temp', 'body_temperature'],
  glucose: ['blood_glucose'],
  bilirubin: ['total_bilirubin'],
  epinephrine: ['adrenaline'],
  norepinephrine: ['noradrenaline'],
  sex: ['gender'],
  infection_test: ['infection_tests', 'culture_ordered', 'cultures_ordered'],
  antimicrobial_doses: ['antibiotic_doses'],
  map_art: ['art_map', 'arterial_map'],
  sbp_art: ['art_sbp', 'arterial_sbp'],
  dbp_art: ['art_dbp', 'arterial_dbp']
};

/**
 * The columns of a table that stand for inputs of a score: of the same name, or of one that is known to mean it.
 * What a column does not say (which age, whose value) is not guessed, and of a text with its dictionary at hand not one word
 * of which the input knows the name is no matter. `map_settled` of an hourly grid, which knows when each
 * pressure was measured, goes before the mean and the pair: a row cannot tell that its pair is newer than its mean.
 */
export function recognise<Named extends { name: string; dictionary?: readonly string[] }>(
  score: { inputs: readonly Pick<ScoreInput, 'name' | 'rather' | 'feeds' | 'kind' | 'choices' | 'words'>[] },
  { columns }: { columns: readonly Named[] }
): Map<string, Named> {
  const byName = new Map(columns.map((column) => [column.name.toLowerCase(), column]));
  const found = new Map<string, Named>();
  for (const input of score.inputs) {
    const { name, rather = [] } = input;
    const called = [...rather, name, ...(alsoCalled[name] ?? [])].flatMap((one) => byName.get(one) ?? []);
    const column = called.find((one) => understands(input, one));
    if (column) found.set(name, column);
  }
  const settled = byName.get('map_settled');
  const pair = score.inputs.filter(({ feeds }) => feeds?.includes('map'));
  if (settled && pair.length > 0) {
    found.set('map', settled);
    for (const { name } of pair) found.delete(name);
  }
  return found;
}
