/**
 * Small files in the layout of the paediatric sepsis hackathon, with the long names of its own columns. Every figure follows
 * from the person and the hour, so that a test knows what must come out.
 */

/** Hours of each stay: `[person, first hour, how many]`. The first person of the training comes twice. */
const stays = {
  train: [
    [11, '2024-03-01T10:00', 12],
    [11, '2024-04-09T06:00', 8],
    [12, '2024-03-02T22:00', 15],
    [13, '2024-03-05T00:00', 10]
  ],
  test: [[21, '2024-05-01T08:00', 9]]
} as const;

type Side = keyof typeof stays;

interface Hour {
  person: number;
  at: string;
  /** Of its stay, from 0. */
  hour: number;
}

const stamp = (first: string, hour: number) =>
  new Date(Date.parse(`${first}:00Z`) + hour * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** Every hour of one side. */
export const hoursOf = (side: Side): Hour[] =>
  stays[side].flatMap(([person, first, hours]) =>
    Array.from({ length: hours }, (_, hour) => ({ person, at: stamp(first, hour), hour }))
  );

const csv = (names: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [names, ...rows].map((row) => row.join(',')).join('\n') + '\n';

/** From its fifth hour on the second person is ventilated, has an agent running, and few platelets. */
const isIll = ({ person, hour }: Hour) => person % 10 === 2 && hour >= 5;

function filesOf(side: Side): Record<string, string> {
  const hours = hoursOf(side);
  const of = (...names: string[]) => ['person_id', ...names];
  const key = ({ person, at }: Hour) => [person, at];
  const ill = hours.filter(isIll);
  const signs = hours.filter(({ hour }) => hour % 4 !== 3);
  return {
    SepsisLabel: csv(
      of('measurement_datetime', ...(side === 'train' ? ['SepsisLabel'] : [])),
      hours.map((one) => [...key(one), ...(side === 'train' ? [Number(isIll(one))] : [])])
    ),
    person_demographics_episode: csv(
      of('visit_start_date', 'age_in_months', 'gender'),
      stays[side].map(([person, first], at) => [person, first.slice(0, 10), 7 + 2 * at, at % 2 ? 'Female' : 'Male'])
    ),
    measurement_meds: csv(
      of(
        'measurement_datetime',
        'Heart rate',
        'Respiratory rate',
        'Systolic blood pressure',
        'Diastolic blood pressure',
        'Body temperature',
        'Measurement of oxygen saturation at periphery'
      ),
      signs.map((one) => [...key(one), 120 + one.hour, 30, 80, 44, 37.5, isIll(one) ? 90 : 98])
    ),
    measurement_lab: csv(
      of(
        'measurement_datetime',
        'Lactate [Moles/volume] in Blood',
        'Platelet count',
        'Base excess in Venous blood by calculation'
      ),
      hours
        .filter(({ hour }) => hour % 6 === 0)
        .map((one) => [...key(one), isIll(one) ? 6.5 : 1.5, isIll(one) ? 60 : 250, -2])
    ),
    measurement_observation: csv(
      of('measurement_datetime', 'Glasgow coma scale', 'Capillary refill'),
      hours.filter(({ hour }) => hour % 3 === 0).map((one) => [...key(one), isIll(one) ? 8 : 15, 'normal'])
    ),
    devices: csv(of('device_datetime_hourly', 'device'), [
      ...ill.map((one) => [...key(one), 'Mechanical ventilator']),
      ...hours.map((one) => [...key(one), 'Feeding tube'])
    ]),
    drugsexposure: csv(of('drug_datetime_hourly', 'drug_concept_id', 'route_concept_id'), [
      ...ill.map((one) => [...key(one), 'norepinephrine', 'Intravenous']),
      ...hours.map((one) => [...key(one), 'paracetamol', 'Oral'])
    ]),
    observation: csv(
      of('observation_datetime', 'observation_concept_name', 'valuefilled'),
      hours.slice(0, 3).map((one) => [...key(one), 'Parental smoking', 'no'])
    ),
    proceduresoccurrences: csv(
      of('procedure_datetime_hourly', 'procedure'),
      hours.slice(0, 3).map((one) => [...key(one), 'Blood culture'])
    )
  };
}

/** Both sides, each file under its name in the hackathon. */
export const hackathonFiles: Readonly<Record<string, string>> = Object.fromEntries(
  (['train', 'test'] as const).flatMap((side) =>
    Object.entries(filesOf(side)).map(([name, text]) => [`${name}_${side}.csv`, text])
  )
);
