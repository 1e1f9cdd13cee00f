import type { UseCase } from '../contract';

/** `parquet`: one file a table, of several parts a folder a table. `csv`: one file a table that grows by parts. */
export const FILE_FORMATS = ['parquet', 'csv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** `hackathon`: the wide CSV files of the paediatric sepsis hackathon, split by person; use case A only. */
export const FILE_LAYOUTS = ['tables', 'hackathon'] as const;
export type FileLayout = (typeof FILE_LAYOUTS)[number];

/** Persons of one data set that is written as files. */
export const MOST_PERSONS_IN_FILES = 100_000;

/** Persons of one part: so many that a part takes seconds, so few that it is held easily beside its files. */
const PERSONS_A_PART: Readonly<Record<UseCase, number>> = {
  'picu-sepsis': 2000,
  'cardiac-surgery': 10_000,
  haemophilia: 1000
};

/** What is simulated, and how it is written. */
export interface FilesRequest {
  useCase: UseCase;
  persons: number;
  seed: number;
  hospitals: readonly number[];
  /** Of the use case that has one. */
  leak: boolean;
  faults: boolean;
  /** Without use in the hackathon's layout. */
  tables: readonly string[];
  format: FileFormat;
  layout: FileLayout;
  /** Persons of one part; left out: what suits the use case. */
  personsAPart?: number;
}

/** Some bytes of a file. Pieces of one path, in the order in which they come, are the file. */
export interface FilePiece {
  path: string;
  content: Blob;
  /** Rows in it. */
  rows: number;
  /** Nothing of this file comes later. */
  ends: boolean;
}

export interface MadePart {
  pieces: readonly FilePiece[];
  /** Persons of the chosen hospitals in it. */
  persons: number;
}

/** The parts of a data set: persons from, and the end exclusive, counted from 0. */
export function partsOf(request: Pick<FilesRequest, 'useCase' | 'persons' | 'personsAPart'>): [number, number][] {
  const { useCase, persons, personsAPart: size = PERSONS_A_PART[useCase] } = request;
  return Array.from({ length: Math.ceil(persons / size) }, (_, part) => [
    part * size,
    Math.min(persons, (part + 1) * size)
  ]);
}
