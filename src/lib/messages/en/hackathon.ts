import { counted } from './pages';

/** Tables of the paediatric sepsis hackathon: the offer to put them together, and what the cell says that does. */
export const hackathonWords = {
  offer: 'These are tables of the paediatric sepsis hackathon.',
  putTogether: 'Put them together',
  command: 'Put the tables of the sepsis hackathon together',
  done: (tables: string) => `Made ${tables}: one row a person and hour. What was left out, the cell says at its top.`,

  heading: (hours: string) =>
    `Tables of the paediatric sepsis hackathon put together: one row a person and hour of “${hours}”.`,
  byHour: () =>
    'Joined by person and hour, never by person alone. A row holds the last values of the hour that begins at its time, so it looks up to one hour ahead.',
  stay: (table: string) => `Age, gender and stay: the row of ${table} that began last before the hour.`,
  stayUnknown: (table: string) =>
    `${table} does not say when a stay begins: age and gender stand only where all rows of a person agree.`,
  noStays: () => 'There is no table of ages: a score by age cannot be made.',
  ownNames: (table: string, names: string) =>
    `Of ${table} under their own names, as those do not say for sure what they are: ${names}.`,
  twice: (names: string) => `Left out, as a column of that name is there already: ${names}.`,
  device: {
    imv: (names: string) => `imv (invasive ventilation): ${names}.`,
    support: (names: string) => `support (other help to breathe): ${names}.`
  },
  deviceUnknown: (column: string) => `${column}: no device is known to mean it, so there is no such column.`,
  devicesLeft: (names: string) => `Devices left out: ${names}.`,
  absent: () => 'An hour without a row of a device counts as without it.',
  noDevices: () => 'There is no table of devices: imv and support are not known.',
  agents: (names: string) => `vasoactives (different agents running): ${names}; 0 in an hour without a row.`,
  routes: (names: string) => `Only by these routes: ${names}. Phoenix counts continuous infusions.`,
  routesLeft: (names: string) => `Routes left out: ${names}.`,
  routesUnnamed: () => 'The routes have no names, so none is left out: an agent that was inhaled counts, too.',
  drugsLeft: (names: string) => `Drugs left out: ${names}.`,
  noAgents: () => 'vasoactives: no drug is known to be one of the agents, so there is no such column.',
  noRoutes: (agents: string, routes: string) =>
    `vasoactives: ${agents} would be, but no route is known to be by vein (${routes}), so there is no such column.`,
  drugsUnnamed: (table: string) =>
    `vasoactives: ${table} has codes without names, so there is no such column. A table with concept_id and concept_name gives them.`,
  noDrugs: () => 'There is no table of drugs: vasoactives are not known.',
  aside: (tables: string) =>
    `Not joined: ${tables}. What their rows say of an hour is not for a program to guess, and a culture may give the label away.`,
  doubtful: (tables: string) =>
    `Not used, as several are of one kind or their persons are written in another way: ${tables}.`,
  andMore: (names: string, rest: number) => `${names} and ${counted(rest, 'more', 'more')}`
};
