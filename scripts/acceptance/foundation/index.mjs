import * as bigFile from './big-file.mjs';
import * as firstMinute from './first-minute.mjs';
import * as formatsAgree from './formats-agree.mjs';
import * as freshClone from './fresh-clone.mjs';
import * as graph from './graph.mjs';
import * as killTheTab from './kill-the-tab.mjs';
import * as namesInSql from './names-in-sql.mjs';
import * as parquet from './parquet.mjs';
import * as realInput from './real-input.mjs';
import * as size from './size.mjs';
import * as speed from './speed.mjs';
import * as stop from './stop.mjs';
import * as structure from './structure.mjs';
import * as truncation from './truncation.mjs';

/** @type {readonly import('../measure.mjs').Line[]} The table of the issue, in its order. */
export const lines = [
  freshClone,
  realInput,
  formatsAgree,
  bigFile,
  truncation,
  speed,
  parquet,
  size,
  namesInSql,
  graph,
  stop,
  killTheTab,
  firstMinute,
  structure
];
