import type { Question, Questions } from './contract';

/** Asks a worker of the site. @throws what went wrong there */
export function ask<Q extends Question>(
  worker: Pick<ServiceWorker, 'postMessage'>,
  question: Q,
  give: Questions[Q]['give']
): Promise<Questions[Q]['answer']> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<{ answer?: Questions[Q]['answer']; error?: string }>) => {
      port1.close();
      if (data.error === undefined) resolve(data.answer as Questions[Q]['answer']);
      else reject(new Error(data.error));
    };
    worker.postMessage({ ask: question, give }, [port2]);
  });
}
