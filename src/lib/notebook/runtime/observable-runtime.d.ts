// @observablehq/runtime 6.0.1 ships no types. Only what this room uses; the underscored ones are inner parts, guarded by a test.
declare module '@observablehq/runtime' {
  export interface Observer {
    pending?(): void;
    fulfilled?(value: unknown, name: string): void;
    rejected?(error: unknown, name: string): void;
  }

  export interface Variable {
    define(name: string, inputs: readonly string[], definition: (...inputs: never[]) => unknown): Variable;
    delete(): Variable;
  }

  export interface Module {
    variable(observer: Observer): Variable;
  }

  export class Runtime {
    constructor(builtins: Record<string, unknown>, global: (name: string) => unknown);
    module(): Module;
    dispose(): void;
    _computeSoon(): Promise<void>;
    _computeNow(): Promise<void>;
    readonly _disposed: boolean;
  }
}
