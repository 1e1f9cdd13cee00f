import { AppError } from '$workers/shared/errors';
import type { AnyKind } from '$lib/notebook/kind';
import type { Cell } from '$lib/notebook/model';

/** The spec that a cell's text says; undefined where it says none (the form then keeps what it can read). */
export function parsed(kind: AnyKind, cell: Cell): unknown {
  try {
    return kind.parse(cell.text, cell);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
