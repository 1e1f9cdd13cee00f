import { grid } from './page.mjs';

/**
 * Notes when answers of workers arrive and when a grid with rows in it has been painted, without any help of the page:
 * a painted frame is a message posted from the animation frame after the rows stood in the document.
 * @param {import('@playwright/test').Page} page
 */
export const watchPaint = (page) =>
  page.addInitScript((selector) => {
    /** @type {{answers: number[], grids: Map<Element, {answer: number, painted: number}>}} */
    const seen = { answers: [], grids: new Map() };
    Object.assign(window, { phemsPaint: seen });
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      /** @param {string | URL} url @param {WorkerOptions} [options] */
      constructor(url, options) {
        super(url, options);
        this.addEventListener('message', () => seen.answers.push(performance.now()));
      }
    };
    new MutationObserver(() => {
      for (const found of document.querySelectorAll(selector)) {
        if (seen.grids.has(found) || !found.querySelector('[role="gridcell"]')) continue;
        const entry = { answer: seen.answers.at(-1) ?? NaN, painted: NaN };
        seen.grids.set(found, entry);
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            entry.painted = performance.now();
          };
          port2.postMessage(undefined);
        });
      }
    }).observe(document, { childList: true, subtree: true });
  }, grid);

/** @param {import('@playwright/test').Page} page @returns {Promise<number[]>} milliseconds, in the order of the grids on the page */
export const paintDelays = (page) =>
  page.evaluate((selector) => {
    const { grids } = /** @type {any} */ (window).phemsPaint;
    return [...document.querySelectorAll(selector)].flatMap((found) => {
      const entry = grids.get(found);
      return entry ? [entry.painted - entry.answer] : [];
    });
  }, grid);
