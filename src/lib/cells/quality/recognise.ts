import { qualityTableNames } from '$workers/clinical/quality';

/** Which table of the CDM (or the flat table of hours) a name means, whatever stands before it: `picu_visit_detail`. */
export function cdmNameOf(name: string): string | undefined {
  const folded = name.toLowerCase();
  return qualityTableNames.find((one) => folded === one || folded.endsWith(`_${one}`));
}
