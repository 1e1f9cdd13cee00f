/** Tables of the paediatric sepsis hackathon: known by their columns, and put together as one row a person and hour. */
export { bringHackathon, type HackathonCell } from './bring';
export { recogniseHackathon, type HackathonSet } from './recognise';
