import type { Column } from '../../../shared/table';
import { failWindow } from './errors';
import { Persons } from './persons-and-times';

/** Who is followed: a person, or a person during one episode. */
export interface StayColumns {
  /** int64, int32 or text. */
  person: Column;
  /** The same types: values of one episode are not carried into another. */
  episode?: Column | undefined;
}

/** Episodes of one person and another are told apart by one whole number below 2^53. */
const MOST_EPISODES = 2 ** 27;

/** Numbers stays from 0 in the order in which they are met, over several tables. */
export class Stays {
  readonly #persons = new Persons();
  readonly #episodes = new Persons();
  readonly #stays = new Map<number, number>();
  #hasEpisodes: boolean | undefined;

  get count(): number {
    return this.#hasEpisodes ? this.#stays.size : this.#persons.count;
  }

  /**
   * @returns −1 where the person or the episode is missing
   * @throws `windows-person-type`, `windows-episode-one`
   */
  read({ person, episode }: StayColumns): Int32Array {
    const hasEpisodes = episode !== undefined;
    if (this.#hasEpisodes !== undefined && this.#hasEpisodes !== hasEpisodes) throw failWindow('windows-episode-one');
    this.#hasEpisodes = hasEpisodes;
    const found = this.#persons.read(person);
    if (!episode) return found;
    const episodes = this.#episodes.read(episode);
    return found.map((whose, row) => {
      const which = episodes[row] as number;
      return whose < 0 || which < 0 ? -1 : this.#position(whose * MOST_EPISODES + which);
    });
  }

  #position(key: number): number {
    let position = this.#stays.get(key);
    if (position === undefined) this.#stays.set(key, (position = this.#stays.size));
    return position;
  }
}
