import { describe, expect, test } from 'vitest';
import { Watchdog } from './watchdog';

/** Time that a test moves: one look a second, unless the page stands still or is out of sight. */
class Time {
  at = 0;
  isHidden = false;
  look: (() => void) | undefined;
  readonly clock = {
    now: () => this.at,
    every: (_: number, look: () => void) => {
      this.look = look;
      return () => (this.look = undefined);
    },
    hidden: () => this.isHidden
  };
  pass(seconds: number): void {
    for (let n = 0; n < seconds; n++) this.jump(1);
  }
  /** No look in between. */
  jump(seconds: number): void {
    this.at += seconds * 1000;
    this.look?.();
  }
}

function watched({ works = true, answers = false } = {}) {
  const time = new Time();
  const told: boolean[] = [];
  const engine = { works, answers, pings: 0 };
  const dog: Watchdog = new Watchdog(
    {
      works: () => engine.works,
      ping: () => {
        engine.pings++;
        if (engine.answers) dog.heard();
      },
      told: (silent) => told.push(silent)
    },
    time.clock
  );
  dog.begin();
  return { time, told, engine, dog };
}

describe('an engine at work that says nothing', () => {
  test('is asked after 10 s, and does not answer after 5 s more', () => {
    const { time, told, engine } = watched();
    time.pass(9);
    expect(engine.pings).toBe(0);
    time.pass(1);
    expect(engine.pings).toBe(1);
    time.pass(4);
    expect(told).toEqual([]);
    time.pass(1);
    expect(told).toEqual([true]);
    time.pass(600);
    expect([told, engine.pings]).toEqual([[true], 1]);
  });

  test('that answers when it is asked is asked again, and never told of', () => {
    const { time, told, engine } = watched({ answers: true });
    time.pass(60);
    expect(engine.pings).toBe(6);
    expect(told).toEqual([]);
  });

  test('that answers late is told of as answering, by any word', () => {
    const { time, told, dog } = watched();
    time.pass(20);
    dog.heard();
    expect(told).toEqual([true, false]);
    time.pass(14);
    expect(told).toEqual([true, false]);
    time.pass(1);
    expect(told).toEqual([true, false, true]);
  });

  test('speaks in time with progress alone', () => {
    const { time, told, engine, dog } = watched();
    for (let n = 0; n < 20; n++) {
      time.pass(9);
      dog.heard();
    }
    expect([told, engine.pings]).toEqual([[], 0]);
  });

  test('is waited for, and asked again after 30 s', () => {
    const { time, told, engine, dog } = watched();
    time.pass(15);
    dog.wait();
    expect(told).toEqual([true, false]);
    time.pass(29);
    expect(engine.pings).toBe(1);
    time.pass(1);
    expect(engine.pings).toBe(2);
    time.pass(5);
    expect(told).toEqual([true, false, true]);
  });

  test('and was restarted is told of no more', () => {
    const { time, told, dog } = watched();
    time.pass(15);
    dog.end();
    time.pass(60);
    expect(told).toEqual([true, false]);
    dog.begin();
    time.pass(15);
    expect(told).toEqual([true, false, true]);
  });
});

describe('no false alarm', () => {
  test('of an engine without work', () => {
    const { time, told, engine } = watched({ works: false });
    time.pass(60);
    expect([told, engine.pings]).toEqual([[], 0]);
    expect(time.look).toBeUndefined();
  });

  test('of one whose work ended just before, and that is given new work', () => {
    const { time, told, engine, dog } = watched();
    time.pass(9);
    engine.works = false;
    time.pass(1);
    engine.works = true;
    dog.begin();
    time.pass(14);
    expect(told).toEqual([]);
  });

  test('after the machine slept, before it was asked or while it had the time to answer', () => {
    for (const before of [9, 12]) {
      const { time, told } = watched();
      time.pass(before);
      time.jump(3600);
      expect(told).toEqual([]);
      time.pass(14);
      expect(told).toEqual([]);
      time.pass(1);
      expect(told).toEqual([true]);
    }
  });

  test('after the page itself stood still, with messages that it has not read', () => {
    const { time, told, dog } = watched();
    time.pass(12);
    time.jump(8);
    dog.heard();
    time.pass(14);
    expect(told).toEqual([]);
  });

  test('while the page is out of sight', () => {
    const { time, told, engine } = watched();
    time.isHidden = true;
    time.pass(120);
    expect([told, engine.pings]).toEqual([[], 0]);
    time.isHidden = false;
    time.pass(15);
    expect([told, engine.pings]).toEqual([[true], 1]);
  });
});
