import type { Failure } from '../words';

/** Failures of the distribution functions. What needs a name comes in English, as it is called. */
export const distributing: Record<string, Failure> = {
  'distribution-parameter': {
    message: (v) => `Jakauman (${v.family}) parametri ei kelpaa: ${v.parameter}.`,
    hint: () => 'Tarkista annettu luku.'
  },
  'distribution-argument': {
    message: (v) => `Annettu luku ei kelpaa funktiolle (${v.of}).`,
    hint: () => 'Tarkista annettu luku.'
  },
  'distribution-probability': {
    message: () => 'Todennäköisyys on nollan ja ykkösen välissä.',
    hint: () => 'Kirjoita 95 % muodossa 0.95.'
  },
  'distribution-whole-large': {
    message: () =>
      'Kvantiili on yli 9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0991, eikä kokonaislukuja voi enää erottaa.',
    hint: () => 'Tarkista parametrit: niin suurta määrää ei lasketa.'
  },
  'distribution-not-converged': {
    message: (v) => `Arvoa (${v.of}) ei löydetty täydellä tarkkuudella.`,
    hint: () => 'Parametrit ovat sen ulkopuolella, mitä laskenta kattaa; valitse pienempiä.'
  }
};
