import type { Table } from '$workers/shared/table';
import type { PayloadKind } from './checks';
import type { Way } from './ledger/entry';

/** A table in what is to leave, as the engine has it. */
export interface LeavingTable {
  /** The cell or table it comes from. */
  name: string;
  /** As many of its rows as the gate shall look at. */
  table: Table;
  /** Rows that would leave. */
  of?: number;
  /** Whether rows are single persons or stays, where the notebook knows. */
  individual?: boolean;
}

/** Something that is to leave this device. */
export interface Leaving {
  kind: PayloadKind;
  /** How it leaves; a file where nothing is said. */
  way?: Way;
  /** Of the file, with its ending; of who gets it. */
  name: string;
  content: Blob;
  /** More follows than `content`, which says what: so many parts, about so many bytes in all. */
  parts?: { count: number; bytes: number };
  /** In plain words: names between backticks are set as code, between stars in italics. */
  what: string;
  /** Title of the notebook, and name of the cell. */
  notebook?: string;
  cell?: string;
  tables?: readonly LeavingTable[];
  /** A picture: how many marks stand in it. `individual`: they were made of rows of single persons that nobody can look at. */
  drawn?: { marks: number; individual: boolean };
  /** Own text, looked through as it is. */
  texts?: readonly { name: string; text: string }[];
  /** Makes it anew from mended tables, in their order. Absent: what is found is mended where it was made. */
  remake?: (tables: readonly Table[]) => Promise<Blob>;
  /** Does what lets it out, where that is not saving a file. */
  release?: (content: Blob) => boolean | Promise<boolean>;
}
