const FIRST_CAPACITY = 4096;

/** Observations in the order of the file: which row's person and time, which variable, which value. Grows. */
export class Events {
  count = 0;
  #rows = new Int32Array(FIRST_CAPACITY);
  #variables = new Int8Array(FIRST_CAPACITY);
  #values = new Float64Array(FIRST_CAPACITY);

  push(row: number, variable: number, value: number): void {
    if (this.count === this.#rows.length) this.#grow();
    this.#rows[this.count] = row;
    this.#variables[this.count] = variable;
    this.#values[this.count] = value;
    this.count += 1;
  }

  /** Row of the table, not of the events. */
  get rows(): Int32Array {
    return this.#rows.subarray(0, this.count);
  }

  get variables(): Int8Array {
    return this.#variables.subarray(0, this.count);
  }

  get values(): Float64Array {
    return this.#values.subarray(0, this.count);
  }

  #grow(): void {
    const capacity = this.#rows.length * 2;
    const rows = new Int32Array(capacity);
    rows.set(this.#rows);
    const variables = new Int8Array(capacity);
    variables.set(this.#variables);
    const values = new Float64Array(capacity);
    values.set(this.#values);
    this.#rows = rows;
    this.#variables = variables;
    this.#values = values;
  }
}
