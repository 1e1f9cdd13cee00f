import { expect, test } from 'vitest';
import { closeWhereNarrow } from './panels-by-width';

/** A window whose width a test sets. */
class Windowed {
  #width = 1440;
  #lists: { query: EventTarget & { matches: boolean }; least: number }[] = [];

  media = (query: string) => {
    const least = Number(/\d+/.exec(query)?.[0]);
    const list = Object.assign(new EventTarget(), { matches: this.#width >= least });
    this.#lists.push({ query: list, least });
    return list as unknown as MediaQueryList;
  };

  set width(width: number) {
    this.#width = width;
    for (const { query, least } of this.#lists) {
      const matches = width >= least;
      if (matches === query.matches) continue;
      query.matches = matches;
      query.dispatchEvent(new Event('change'));
    }
  }
}

test('issue 5: a window that gets narrow has no panel over its notebook, and as before when it is wide again', () => {
  const view = new Windowed();
  const page = { panelOpen: true, keeping: { side: 'ledger' as string | undefined } };
  const stop = closeWhereNarrow(page, view.media);
  view.width = 1000;
  expect(page).toEqual({ panelOpen: true, keeping: { side: 'ledger' } });
  view.width = 390;
  expect(page).toEqual({ panelOpen: false, keeping: { side: undefined } });
  // Called as a sheet, it stays until the width changes again.
  page.panelOpen = true;
  view.width = 500;
  expect(page.panelOpen).toBe(true);
  view.width = 1440;
  expect(page.panelOpen).toBe(true);
  page.panelOpen = false;
  view.width = 390;
  view.width = 1440;
  expect(page.panelOpen).toBe(false);
  stop();
  page.panelOpen = true;
  view.width = 390;
  expect(page.panelOpen).toBe(true);
});
