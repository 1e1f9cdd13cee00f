import { DuckError } from './duck';

interface Wire {
  exception_type?: string;
  exception_message?: string;
  position?: string;
  name?: string;
  error_subtype?: string;
  candidates?: string;
}

const crash = /out of bounds|unreachable|function signature mismatch|has been invalidated|FATAL|null function/i;

/**
 * Reads what a DuckDB-WASM call threw: JSON (the `errors_as_json` setting), a WebAssembly trap, or a file's failure.
 * @param before characters of `sql` that we put in front of the statement whose offsets are wanted
 */
export function readDuckError(thrown: unknown, sql: string, before = 0): DuckError {
  if (thrown instanceof DuckError) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  // A bare C++ exception passed all of DuckDB's own handlers: what it left behind is unknown.
  const isBare = 'Exception' in WebAssembly && thrown instanceof (WebAssembly.Exception as new () => unknown);
  if (isBare || thrown instanceof WebAssembly.RuntimeError || crash.test(text))
    return new DuckError('Crash', text, {}, thrown);
  const wire = wireOf(text);
  if (!wire) return new DuckError('Other', text, {}, thrown);
  const position = wire.position === undefined ? -1 : utf16Offset(sql, Number(wire.position)) - before;
  return new DuckError(
    wire.exception_type ?? 'Other',
    wire.exception_message ?? text,
    {
      ...(position >= 0 && { position }),
      ...(wire.name !== undefined && { subject: wire.name }),
      ...(wire.error_subtype !== undefined && { subtype: wire.error_subtype }),
      ...(wire.candidates !== undefined && { candidates: wire.candidates.split(',').map((name) => name.trim()) })
    },
    thrown
  );
}

/** The error after which the engine answers nothing right any more. */
export function crashOf(error: DuckError): DuckError | undefined {
  return error.kind === 'Crash' ? error : undefined;
}

function wireOf(text: string): Wire | undefined {
  const start = text.indexOf('{"exception_type"');
  if (start < 0) return undefined;
  try {
    const wire = JSON.parse(text.slice(start)) as Wire;
    // Some failures are wrapped a second time.
    return (wire.exception_message && wireOf(wire.exception_message)) || wire;
  } catch {
    return undefined;
  }
}

/** DuckDB counts UTF-8 bytes. */
function utf16Offset(sql: string, bytes: number): number {
  let passed = 0;
  let at = 0;
  for (const character of sql) {
    if (passed >= bytes) break;
    const point = character.codePointAt(0)!;
    passed += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    at += character.length;
  }
  return at;
}
