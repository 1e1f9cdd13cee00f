import { asWritten } from '$lib/cells/sql/as-written';

/** A drag of a table or column carries its name as SQL writes it: editors take it as text, at the pointer. */
export function carriesName(event: DragEvent, name: string): void {
  event.stopPropagation();
  event.dataTransfer?.setData('text/plain', asWritten(name));
  if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copy';
}
