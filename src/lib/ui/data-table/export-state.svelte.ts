import type { Progress } from '$workers/shared/job';
import type { TableView } from '$workers/shared/table-view';
import type { FileFormat, WholeTable } from './source';

/** Writes the whole view to a file, with progress and Stop. */
export class ExportState {
  busy = $state(false);
  progress = $state.raw<Progress>();
  error = $state.raw<unknown>();
  #control: AbortController | undefined;

  stop(): void {
    this.#control?.abort();
    this.busy = false;
  }

  /** @returns the file, or undefined where it failed or was stopped */
  async write(
    whole: WholeTable,
    view: TableView,
    wanted: { format: FileFormat; columns: readonly string[]; forMachines: boolean }
  ): Promise<Blob | undefined> {
    this.stop();
    const control = (this.#control = new AbortController());
    this.busy = true;
    this.error = undefined;
    this.progress = undefined;
    try {
      const file = await whole.file(view, wanted, {
        signal: control.signal,
        progress: (progress) => (this.progress = progress)
      });
      return control.signal.aborted ? undefined : file;
    } catch (error) {
      if (!control.signal.aborted) this.error = error;
      return undefined;
    } finally {
      if (this.#control === control) this.busy = false;
    }
  }
}
