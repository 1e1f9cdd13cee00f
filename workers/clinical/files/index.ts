/** Simulated data as files: in parts, as Parquet or CSV, or in the layout of the paediatric sepsis hackathon. */
export { FILE_FORMATS, FILE_LAYOUTS, MOST_PERSONS_IN_FILES } from './contract';
export type { FileFormat, FileLayout, FilePiece, FilesRequest, MadePart } from './contract';
export { makeFiles } from './make';
export { packFiles } from './pack';
