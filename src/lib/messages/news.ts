import * as en from './en/news';
import { follow } from './follow';

export const news = follow(en.news, (rooms) => rooms.news.news);
