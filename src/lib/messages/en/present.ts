import { counted } from './pages';

/** The notebook shown to an audience. */
export const present = {
  label: 'Presentation',
  slide: (n: number, of: number) => `Slide ${n} of ${of}`,
  goTo: (n: number, title: string) => (title === '' ? `Slide ${n}` : `Slide ${n}: ${title}`),
  next: 'Next slide',
  previous: 'Previous slide',
  leave: 'Leave the presentation',
  rowsHidden: 'Rows hidden',
  rowsShown: 'Rows shown',
  showRows: 'Show',
  hideRows: 'Hide rows',
  hidden: (rows: number) => `${counted(rows, 'row', 'rows')} hidden while presenting`,
  hiddenValues: 'Values of single persons hidden while presenting',
  choosing: (digits: string) => `Slide ${digits} …`,
  none: 'Nothing to present yet: the notebook has no cells.',
  notes: 'Notes',
  noNotes: 'No notes on this slide.',
  nextIs: (title: string) => `Next: ${title}`,
  last: 'This is the last slide.',
  failed: 'Failed:',
  details: 'Details',
  blank: 'The screen is blank. Any key brings the slide back.'
};
