import { transferHandlers, type TransferHandler } from 'comlink';
import { AppError } from './errors';

/**
 * Comlink carries message, name and stack of an error. Code, hint, place, values and details must cross too.
 * Both sides call this before the first message. (A foreign wire format: the one place of `any`.)
 */
/* eslint-disable @typescript-eslint/no-explicit-any */
export function carryAppErrors(): void {
  const plain = transferHandlers.get('throw') as TransferHandler<any, any> & { carries?: true };
  if (plain.carries) return;
  const carrying = {
    ...plain,
    carries: true,
    serialize: (thrown: { value: unknown }) => {
      const error = thrown.value;
      if (!(error instanceof AppError)) return plain.serialize(thrown);
      const { code, message, hint, place, values, details } = error;
      return [{ app: { code, message, hint, place, values, details } }, []];
    },
    deserialize: (wire: any) => {
      if (!wire.app) return plain.deserialize(wire);
      const { code, message, hint, place, values, details } = wire.app;
      throw new AppError(code, message, hint, place, values, details);
    }
  };
  transferHandlers.set('throw', carrying as TransferHandler<unknown, unknown>);
}
