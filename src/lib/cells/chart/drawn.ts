import { figureLabel, columnLabel } from './labels';
import { other, type Axis } from './layout';
import type { ChartOutput } from './run';
import type { Role } from './spec';
import { columnNamed, vectorOf, type Vector } from './vector';

/** The one form of a labelled channel that Plot's stacking understands, too. */
export interface DrawnChannel {
  transform: () => Vector;
  label?: string;
}

function channelOf(value: Vector, label: string | undefined): DrawnChannel {
  const transform = () => value;
  return label === undefined ? { transform } : { transform, label };
}

/** The columns of a chart as Plot takes them, each read once. */
export class Drawn {
  readonly length: number;
  readonly value: Axis;
  readonly key: Axis;
  readonly #vectors = new Map<string, Vector | undefined>();

  constructor(
    readonly output: ChartOutput,
    private readonly table = output.marks
  ) {
    this.length = table.rows;
    this.value = output.layout.value ?? 'y';
    this.key = other(this.value);
  }

  vector(name: string): Vector | undefined {
    if (!this.#vectors.has(name)) {
      const column = columnNamed(this.table, name);
      this.#vectors.set(name, column && vectorOf(column, this.length));
    }
    return this.#vectors.get(name);
  }

  /** A channel with the words that its tip shows. */
  channel(name: string, label?: string): DrawnChannel | undefined {
    const value = this.vector(name);
    if (!value) return undefined;
    const column = this.output.layout.channels.get(name as Role)?.column;
    return channelOf(value, label ?? (column && columnLabel(column)));
  }

  /** The figure of the value's axis: what was counted, or the column itself. */
  figure(): DrawnChannel | undefined {
    return this.channel('figure', figureLabel(this.output, this.value)) ?? this.channel(this.value);
  }

  /** What a heat map was counted to. */
  figureColor(): DrawnChannel | undefined {
    return this.channel('figure', figureLabel(this.output, 'color'));
  }

  /** A place along an axis: the middle of its bin, or its value. */
  place(axis: Axis): DrawnChannel | undefined {
    if (axis === this.output.layout.value) return this.figure();
    const ends = this.vector(`${axis}_end`);
    const at = this.channel(axis);
    return at && ends ? channelOf(middles(at.transform(), ends), at.label) : at;
  }

  isCut(axis: Axis): boolean {
    return this.vector(`${axis}_end`) !== undefined;
  }
}

function middles(starts: Vector, ends: Vector): Vector {
  if (starts instanceof Float64Array && ends instanceof Float64Array) {
    return starts.map((start, row) => (start + (ends[row] ?? start)) / 2);
  }
  return Array.from(starts as readonly (Date | undefined)[], (start, row) => {
    const end = ends[row];
    return start && end instanceof Date ? new Date((start.getTime() + end.getTime()) / 2) : undefined;
  });
}
