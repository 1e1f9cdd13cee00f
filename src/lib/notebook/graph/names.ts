import { nearNames } from '$workers/shared/near-names';
import type { Cell, CellKey } from '../model';
import type { Analysis } from './analysis';

export interface Definition {
  name: string;
  key: CellKey;
  /** From 0, in the page's order. */
  index: number;
}

/** All names that cells define. SQL finds them without case, values with it; equal under folding is a double. */
export class Names {
  #byFold = new Map<string, Definition[]>();

  constructor(cells: readonly { cell: Cell; analysis: Analysis }[]) {
    cells.forEach(({ cell, analysis }, index) => {
      for (const name of analysis.defines) {
        const fold = name.toLowerCase();
        const same = this.#byFold.get(fold);
        const definition = { name, key: cell.key, index };
        if (!same) this.#byFold.set(fold, [definition]);
        else if (!same.some((one) => one.key === cell.key)) same.push(definition);
      }
    });
  }

  all(): Definition[] {
    return [...this.#byFold.values()].flat();
  }

  /** Under a double name the first in the page: it has failed, and so blocks who asks. */
  find(name: string, sort: 'table' | 'value'): Definition | undefined {
    const same = this.#byFold.get(name.toLowerCase());
    return sort === 'table' ? same?.[0] : same?.find((one) => one.name === name);
  }

  /** All definitions of a name, compared without case. */
  sharing(name: string): readonly Definition[] {
    return this.#byFold.get(name.toLowerCase()) ?? [];
  }

  has(name: string): boolean {
    return this.#byFold.has(name.toLowerCase());
  }

  near(name: string): string[] {
    return nearNames(
      name,
      this.all().map((one) => one.name)
    );
  }

  /** `twin` is taken, `twin_2` is free. */
  free(name: string): string {
    const stem = name.replace(/_\d+$/, '');
    for (let number = 2; ; number++) if (!this.has(`${stem}_${number}`)) return `${stem}_${number}`;
  }
}
