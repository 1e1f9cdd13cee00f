import type { Column, Table } from '../../shared/table';

/** Deaths within so many days of the first operation of an episode, wherever they happen. */
export interface DeathWithin {
  /** Dates, or days after the operation of the row; missing: not known to have died. */
  death: Column;
  /** Dates, or days after the operation, on which the child was last known alive or dead. */
  followUp: Column;
  /** Dates or points in time: needed with dates and with episodes. */
  operation?: Column;
  /** Rows of one episode are one case. Without it each row is one. */
  episode?: Column;
  /** Default 30. */
  days?: number;
}

export interface BenchmarkRequest {
  hospital: Column;
  /** Yes and no as 1 and 0, or what a death within 30 days is made of. */
  outcome: { event: Column } | DeathWithin;
  /** Expected risks, or a table of coefficients with the table of what they are multiplied with. */
  risk?: Column | { coefficients: Table; of: Table };
  /** Moves the risks so that all hospitals together expect what happened: they are compared with each other. */
  recalibrate?: boolean;
  /** Puts cases in order for what follows them over time. */
  time?: Column;
  /** Columns of yes and no, each an event of its own. */
  complications?: readonly Column[];
  /** Length of stay of each case, a number. */
  stay?: Column;
  /** Coverage of the intervals of each hospital, default 0.95. */
  level?: number;
  /** The proportion that the funnel of proportions stands around; default: that of all cases. */
  target?: number;
  /** Follows each hospital over time, with control limits by simulation where they are asked for. */
  course?: CourseRequest;
}

export interface CourseRequest {
  worse?: number;
  better?: number;
  /** Without them no limits and no alarms. */
  limits?: {
    /** Probability of an alarm without cause within so many cases. */
    falseAlarm: number;
    /** Default: as many as the hospital has. */
    cases?: number;
    runs?: number;
    seed: number;
  };
}
