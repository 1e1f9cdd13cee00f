import type { Rgb } from './contrast';

/** How a colour is seen: by most, or without one of the three kinds of cone. */
export type Vision = 'normal' | 'protan' | 'deutan' | 'tritan';

type Matrix = readonly (readonly [number, number, number])[];

/** Machado, Oliveira & Fernandes 2009 (IEEE TVCG 15:1291), severity 1.0, for linear sRGB. */
const seen: Readonly<Record<Exclude<Vision, 'normal'>, Matrix>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

/**
 * How far two colours lie apart for an eye: Euclid in OKLab times 100. 2 is just visible, 10 is told apart at a glance.
 * @see Ottosson 2020, "A perceptual color space for image processing"
 */
export function difference(a: Rgb, b: Rgb, vision: Vision = 'normal'): number {
  const [first, second] = [oklab(a, vision), oklab(b, vision)];
  return 100 * Math.hypot(...first.map((value, axis) => value - (second[axis] ?? 0)));
}

/** The smallest difference of any two. */
export function smallestDifference(colours: readonly Rgb[], vision: Vision): number {
  const pairs = colours.flatMap((one, index) => colours.slice(index + 1).map((other) => [one, other] as const));
  return Math.min(...pairs.map(([one, other]) => difference(one, other, vision)));
}

function oklab(colour: Rgb, vision: Vision): number[] {
  const linear = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const shown = vision === 'normal' ? linear : times(seen[vision], linear).map((v) => Math.min(1, Math.max(0, v)));
  return times(toLab, times(toCones, shown).map(Math.cbrt));
}

const toCones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005]
];
const toLab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766]
];

function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0));
}
