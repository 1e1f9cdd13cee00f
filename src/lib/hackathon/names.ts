/** Names as they stand in the data, by what they were understood to be. */
export interface ReadNames {
  taken: ReadonlyMap<string, readonly string[]>;
  left: readonly string[];
}

/** A rule is asked in this order: the first that fits takes the name. */
type Rules = readonly (readonly [string, RegExp])[];

const ventilation = String.raw`(?:mechanical )?ventilat(?:ion|or)`;
const devices: Rules = [
  [
    'support',
    new RegExp(String.raw`^(?:non-?\s?invasive (?:positive pressure )?${ventilation}|niv|nippv|cpap|bipap)$`)
  ],
  ['support', /^(?:(?:continuous|bi-?level) positive airway pressure(?: (?:device|ventilation))?)$/],
  [
    'support',
    /^(?:(?:other )?respiratory support|support|oxygen therapy|hfnc|(?:humidified )?high[- ]flow nasal (?:cannula|oxygen))$/
  ],
  [
    'support',
    /^(?:nasal (?:oxygen )?cannula|oxygen (?:nasal cannula|(?:face )?mask|hood|tent)|(?:non-?rebreath(?:er|ing)|venturi) mask)$/
  ],
  ['imv', new RegExp(`^(?:invasive ${ventilation}|mechanical ventilat(?:ion|or)|imv)$`)]
];

const salt = '(?: (?:hydrochloride|hcl|bitartrate|hemitartrate|tartrate|lactate))?';
const agent = (name: string, called: string) =>
  [name, new RegExp(`^(?:${called})${salt}(?:,? (?:continuous )?(?:intravenous )?infusion)?$`)] as const;
/** Phoenix counts these six. A name that says more than the agent, its salt and its infusion is left out. */
const agents: Rules = [
  agent('dobutamine', 'dobutamine'),
  agent('dopamine', 'dopamine'),
  agent('epinephrine', 'epinephrine|adrenaline'),
  agent('milrinone', 'milrinone'),
  agent('norepinephrine', 'norepinephrine|noradrenaline'),
  agent('vasopressin', 'vasopressin|argipressin')
];

const routes: Rules = [
  ['route', /^(?:continuous |intravenous |iv )*infusion$/],
  ['route', /^(?:intravenous|iv|central venous|intravenous (?:route|use|drip)|continuous intravenous)$/]
];

/** `imv`: invasive ventilation; `support`: any other help to breathe. */
export const readDevices = (names: readonly string[]): ReadNames => read(names, devices);
/** By agent. */
export const readAgents = (names: readonly string[]): ReadNames => read(names, agents);
/** Those that reach the whole body by a vein. */
export const readRoutes = (names: readonly string[]): ReadNames => read(names, routes);

function read(names: readonly string[], rules: Rules): ReadNames {
  const taken = new Map<string, string[]>();
  const left: string[] = [];
  for (const name of names) {
    const plain = name.trim().replace(/\s+/g, ' ').toLowerCase();
    const found = rules.find(([, pattern]) => pattern.test(plain))?.[0];
    if (found === undefined) left.push(name);
    else taken.set(found, [...(taken.get(found) ?? []), name]);
  }
  return { taken, left };
}
