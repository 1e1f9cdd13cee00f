import { breathe } from '$workers/shared/breathe';
import { check, type Finding } from './checks';
import { fingerprintOf } from './gate/fingerprint';
import { ungated, type Told } from './ledger/entry';
import { ledger } from './ledger/ledger.svelte';
import { policyHere } from './policy/here';

/** The file, the notebook that it follows, and how the ledger words it. */
export type Followed = Pick<Told, 'to' | 'notebook' | 'what'>;

/**
 * A file that follows a notebook: its way is opened at the gate, once. What is written later is looked through each time,
 * goes nowhere if the gate would stop it, and stands in the ledger with the first writing of a sitting.
 */
export class Following {
  #told = false;
  /** What somebody has given a reason for. */
  #reasoned = new Set<string>();

  /** The gate has told of it, and let it out as it was. */
  async passed(text: string, to: string): Promise<void> {
    this.#told = true;
    this.#reasoned = new Set((await looked(text, to)).map(mark));
  }

  /** @returns whether the text may be written */
  async mayWrite(text: string, followed: Followed): Promise<boolean> {
    const found = await looked(text, followed.to);
    if (found.some((one) => one.severity === 'stop' || !this.#reasoned.has(mark(one)))) return false;
    if (this.#told) return true;
    const content = new Blob([text]);
    const told: Told = {
      at: new Date().toISOString(),
      kind: 'notebook',
      ...ungated,
      outcome: 'left',
      way: 'file',
      ...followed,
      bytes: content.size,
      rows: 0,
      fingerprint: await fingerprintOf(content, breathe),
      cell: '',
      allowed: 'you',
      minCell: (await policyHere()).minCell
    };
    await ledger.add(told, { name: followed.to, content });
    this.#told = true;
    return true;
  }
}

/** What keeps it here, or wants a reason. */
async function looked(text: string, name: string): Promise<Finding[]> {
  const { minCell, rows } = await policyHere();
  const { findings } = await check(
    { kind: 'notebook', tables: [], texts: [{ name, text }] },
    { minCell, rows, breathe }
  );
  return findings.filter(({ severity }) => severity !== 'tell');
}

const mark = ({ code, table, column, count }: Finding) => JSON.stringify([code, table, column, count]);
