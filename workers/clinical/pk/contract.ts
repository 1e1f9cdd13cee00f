/** The built-in models without their numbers, in menu order: a form reads this and loads no engine. */
export const PK_MODELS = [
  { name: 'fviii-bjorkman-2012', title: 'Björkman 2012, factor VIII', type: 'A', perioperative: false },
  { name: 'fix-opti-clot-2018', title: 'OPTI-CLOT 2018, factor IX', type: 'B', perioperative: true }
] as const;

/** The thresholds of the reference, IU/dL. */
export const THRESHOLDS = [1, 2, 3, 5, 10] as const;

/** How far from a planned time a dose may be given and still count, hours. */
export const ADHERENCE_TOLERANCE = 12;
