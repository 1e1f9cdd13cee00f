import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { tellMeasured } from '../../shared/testing/measured';

/** An R program given a file of doubles in `rows`; it prints its own seconds first, then numbers. */
export interface Race<Result> {
  values: Float64Array;
  program: string;
  ours: () => Promise<Result>;
}

export interface Raced<Result> {
  result: Result;
  /** What R printed after its seconds; undefined where there is no R. */
  numbers: number[] | undefined;
  /** Ours over R's time. */
  ratio: number | undefined;
}

const ROUNDS = 3;

/**
 * Runs R and us in turn on the same numbers, three times, and tells the medians of the seconds that passed.
 *
 * @throws where R is here and its program fails
 */
export async function raceWithR<Result>(
  context: TestContext,
  { values, program, ours }: Race<Result>
): Promise<Raced<Result>> {
  const seconds = { ours: [] as number[], r: [] as number[] };
  const hasR = spawnSync('Rscript', ['--version']).status === 0;
  const folder = mkdtempSync(join(tmpdir(), 'against-r-'));
  try {
    const path = join(folder, 'rows');
    if (hasR) writeFileSync(path, values);
    let [result, numbers] = [undefined as Result | undefined, undefined as number[] | undefined];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      result = await ours();
      seconds.ours.push((performance.now() - started) / 1000);
      if (!hasR) continue;
      const [theirs = NaN, ...rest] = runR(program, path);
      seconds.r.push(theirs);
      numbers = rest;
    }
    const [mine, theirs] = [median(seconds.ours), median(seconds.r)];
    tellMeasured(context, hasR ? { seconds: mine, secondsR: theirs, ratio: mine / theirs } : { seconds: mine });
    return { result: result as Result, numbers, ratio: hasR ? mine / theirs : undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runR(program: string, path: string): number[] {
  const source = `f <- file(commandArgs(TRUE)[1], "rb"); rows <- readBin(f, "double", 1e9); close(f)\n${program}`;
  const { status, stdout, stderr } = spawnSync('Rscript', ['--vanilla', '-e', source, path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`R stopped: ${stderr}`);
  return stdout.trim().split(/\s+/u).map(Number);
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
