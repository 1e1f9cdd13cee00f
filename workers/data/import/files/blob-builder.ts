const FOLD = 32 * 1024 * 1024;

/** Collects bytes into a Blob: beyond 32 MB they lie with the browser (on disk if large), not in this heap. */
export class BlobBuilder {
  #blobs: Blob[] = [];
  #open: Uint8Array[] = [];
  #openBytes = 0;

  add(bytes: Uint8Array): void {
    this.#open.push(bytes);
    this.#openBytes += bytes.length;
    if (this.#openBytes >= FOLD) this.#fold();
  }

  addBlob(blob: Blob): void {
    this.#fold();
    this.#blobs.push(blob);
  }

  finish(): Blob {
    this.#fold();
    return this.#blobs.length === 1 ? this.#blobs[0]! : new Blob(this.#blobs);
  }

  #fold(): void {
    if (this.#openBytes > 0) this.#blobs.push(new Blob(this.#open as BlobPart[]));
    this.#open = [];
    this.#openBytes = 0;
  }
}
