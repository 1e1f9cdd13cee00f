import code from '@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2?url';
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import type { Picture } from './picture';

/** Points of the screen a pixel. */
const scale = 2;
/** More than this no program likes to open. */
const mostPixels = 16_000_000;

const faces = {
  'Source Sans 3 Variable': sans,
  'Source Serif 4 Variable': serif,
  'Source Code Pro Variable': code
};

/** A picture as PNG, two pixels a point where that is not too many. */
export async function rasterOf({ svg, width, height }: Picture): Promise<Blob> {
  const sharp = Math.min(scale, Math.sqrt(mostPixels / (width * height)));
  const image = new Image();
  image.src = await dataUrl(new Blob([await withFaces(svg)], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * sharp);
  canvas.height = Math.round(height * sharp);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws on no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))), 'image/png')
  );
}

/** A picture asks nobody for its faces: they stand in it. */
async function withFaces(svg: string): Promise<string> {
  const used = Object.entries(faces).filter(([name]) => svg.includes(name));
  const rules = await Promise.all(
    used.map(async ([name, url]) => {
      const source = await dataUrl(await (await fetch(url)).blob());
      return `@font-face { font-family: '${name}'; font-weight: 200 900; src: url('${source}') format('woff2'); }`;
    })
  );
  return svg.replace(/>/, `><style>${rules.join('\n')}</style>`);
}

function dataUrl(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('nothing was read'));
    reader.readAsDataURL(content);
  });
}
