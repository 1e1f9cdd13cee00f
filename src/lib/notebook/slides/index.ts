export { slidesOf, type Slide, type SlidePiece } from './slides';
export { splitNotes } from './speaker-notes';
