import * as en from './en/keeping';
import { follow } from './follow';

export const keeping = follow(en.keeping, (rooms) => rooms.keeping.keeping);
