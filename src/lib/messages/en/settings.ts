/** What the settings page says. */
export const settings = {
  title: 'Settings',
  lead: 'They hold for this browser and are kept by it. No account, nothing is sent.',
  appearance: 'Appearance',
  theme: 'Theme',
  themeHelp: 'As the system: light or dark, whichever the device is set to.',
  themeNow: (name: string) => `Theme: ${name}`,
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageHelp: 'Of the interface. Notebooks, data and code stay as they are.',
  keyboard: 'Keyboard',
  singleKeys: 'Single-key shortcuts',
  singleKeysHelp:
    'In a selected cell one letter acts: `b` adds a cell below, `d` `d` deletes. Switch them off for voice control, or if keys are pressed by mistake. Shortcuts with Ctrl, ⌘ or Alt stay.',
  storage: 'Kept in this browser',
  notebooks: 'Notebooks',
  space: 'Space used',
  spaceOf: (used: string, most: string) => `${used} of about ${most}`,
  lasts: 'How long',
  lastsKept: 'The browser keeps them until you delete them.',
  lastsMayClear: 'The browser may clear them when the disk is nearly full.',
  askToKeep: 'Ask the browser to keep them',
  refusedToKeep: 'The browser did not agree. Download what you want to be sure of.',
  nothingKept: 'Nothing: this window is private, or storage is blocked.',
  changed: 'Kept.'
};
