import type {
  AnySimulation,
  AnySimulationOptions,
  BleedingGroups,
  FilledBlock,
  GridBlock,
  GridPlan,
  PkRequest,
  PkStudy,
  Conformance,
  EventColumns,
  FilesRequest,
  MadePart,
  OpenedEvents,
  PathwayFilter,
  PathwayMap,
  ScoreCourse,
  ScoredCourse,
  ScoreInputs,
  ScoreOptions,
  ScoreResult,
  UtilityOptions,
  WarningColumns,
  WarningStudy
} from '$workers/clinical';
import workerUrl from '$workers/clinical/worker?worker&url';
import type { JobOptions } from '$workers/shared/job';
import type { Table } from '$workers/shared/table';
import { Engine } from './engine';
import { EngineClient } from './engine-client';
import { spawn } from './spawn';

/** The clinical engine from the page. Its worker starts with the first call. */
export class ClinicalClient extends EngineClient {
  constructor() {
    super(new Engine('clinical', () => ({ worker: spawn(workerUrl, 'clinical') })));
  }

  /**
   * Simulates a data set: no real patient. The tables' memory comes over without a copy.
   *
   * @throws `simulate-…` for options out of range; `stopped`
   */
  simulate(options: AnySimulationOptions, job: JobOptions = {}): Promise<AnySimulation> {
    return this.engine.call<AnySimulation>('simulate', [options], job);
  }

  /**
   * Simulates one part of a data set and writes it as files: their bytes come over, not their rows.
   *
   * @param part from 0, of `partsOf(request)`
   * @throws `simulate-…` for options out of range; `stopped`
   */
  makeFiles(request: FilesRequest, part: number, job: JobOptions = {}): Promise<MadePart> {
    return this.engine.call<MadePart>('makeFiles', [request, part], job);
  }

  /** Puts files into one zip. @throws `stopped` */
  packFiles(folder: string, files: readonly { path: string; content: Blob }[], job: JobOptions = {}): Promise<Blob> {
    return this.engine.call<Blob>('packFiles', [folder, files], job);
  }

  /**
   * Scores every row of some columns: points of each part, what is made of them, what was missing or impossible.
   *
   * @throws `score-…`; `stopped`
   */
  score(name: string, inputs: ScoreInputs, options: ScoreOptions = {}, job: JobOptions = {}): Promise<ScoreResult> {
    return this.engine.call<ScoreResult>('score', [name, inputs, options], job);
  }

  /**
   * Scores time-stamped rows, with the published look-backs where asked, and says when sepsis begins.
   *
   * @throws `score-…`, `windows-…`; `stopped`
   */
  scoreCourse(name: string, course: ScoreCourse, job: JobOptions = {}): Promise<ScoredCourse> {
    return this.engine.call<ScoredCourse>('scoreCourse', [name, course], job);
  }

  /**
   * The normalised utility of early warnings of sepsis, of all patients and by group.
   *
   * @throws `utility-…`, `auprc-no-positive`; `stopped`
   */
  warningStudy(
    table: Table,
    columns: WarningColumns,
    options: UtilityOptions = {},
    job: JobOptions = {}
  ): Promise<WarningStudy> {
    return this.engine.call<WarningStudy>('warningStudy', [table, columns, options], job);
  }

  /**
   * One person's factor level over time: estimate, band, what-if, figures. For research and teaching, not for dosing.
   *
   * @throws `pk-…`; `stopped`
   */
  pkStudy(request: PkRequest, job: JobOptions = {}): Promise<PkStudy> {
    return this.engine.call<PkStudy>('pkStudy', [request], job);
  }

  /**
   * Annualised bleeding rates of persons and groups, exact limits.
   *
   * @throws `bleeds-…`, `pk-…`
   */
  bleedingGroups(table: Table, job: JobOptions = {}): Promise<BleedingGroups> {
    return this.engine.call<BleedingGroups>('bleedingGroups', [table], job);
  }

  /**
   * How far persons kept to the plan of their doses: a row a person.
   *
   * @throws `adherence-none`, `pk-…`
   */
  adherenceByPerson(planned: Table, given: Table, toleranceHours: number, job: JobOptions = {}): Promise<Table> {
    return this.engine.call<Table>('adherenceByPerson', [planned, given, toleranceHours], job);
  }

  /** The events kept under a key, where they are of this version; else they are to be read. */
  findEvents(key: string, version: string, job: JobOptions = {}): Promise<OpenedEvents | undefined> {
    return this.engine.call<OpenedEvents | undefined>('findEvents', [key, version], job);
  }

  /**
   * Reads the events of a table once; they stay with the engine under the key for every filter that comes.
   *
   * @throws `pathway-…`; `stopped`
   */
  openEvents(
    key: string,
    version: string,
    table: Table,
    columns: EventColumns,
    job: JobOptions = {}
  ): Promise<OpenedEvents> {
    return this.engine.call<OpenedEvents>('openEvents', [key, version, table, columns], job);
  }

  /**
   * Who follows whom among the events of a key, the variants, the times.
   *
   * @throws `pathway-…`; `stopped`
   */
  mapEvents(key: string, filter: PathwayFilter, job: JobOptions = {}): Promise<PathwayMap> {
    return this.engine.call<PathwayMap>('mapEvents', [key, filter], job);
  }

  /**
   * How far the events of a key follow a reference path.
   *
   * @throws `path-…`, `pathway-…`; `stopped`
   */
  checkEvents(key: string, path: string, filter: PathwayFilter, job: JobOptions = {}): Promise<Conformance> {
    return this.engine.call<Conformance>('checkEvents', [key, path, filter], job);
  }

  /** Forgets the events of some keys. Starts no engine that does not run. */
  async forgetEvents(keys: readonly string[]): Promise<void> {
    if (this.engine.running) await this.engine.call('forgetEvents', [keys]);
  }

  /**
   * One of its functions over whole tables, for own code: arguments may be anything.
   *
   * @throws `call-…` where they are not what it takes; what it throws; `stopped`
   */
  byTable(method: string, args: readonly unknown[], job: JobOptions = {}): Promise<unknown> {
    return this.engine.call('byTable', [method, args], job);
  }

  /** Puts the rows of some stays onto their hours, carried forward within limits. */
  fillHours(plan: GridPlan, block: GridBlock, job: JobOptions = {}): Promise<FilledBlock> {
    return this.engine.call<FilledBlock>('fillHours', [plan, block], job);
  }
}
