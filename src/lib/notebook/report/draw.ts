import type { DrawFigure } from './blocks';

/** Width of a drawing in a report and on paper, px. */
const drawingWidth = 680;

/** Draws into an element of the page that nobody sees, in colours of the page: as custom properties, for both themes. */
export const drawOutOfSight: DrawFigure = async (figure) => {
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  host.inert = true;
  host.style.cssText = `position: fixed; left: -10000px; top: 0; width: ${drawingWidth}px; visibility: hidden`;
  document.body.append(host);
  try {
    await figure.draw(host, drawingWidth);
    for (const svg of host.querySelectorAll('svg')) svg.removeAttribute('tabindex');
    return host.innerHTML;
  } finally {
    host.remove();
  }
};
