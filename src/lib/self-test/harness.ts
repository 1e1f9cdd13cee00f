import { selfTestHost } from '$lib/egress/self-test-host';
import type { Attempt } from './attempts';
import type { Place } from './attempt';
import { ofWalls } from './verdict';

/** An attempt of one place asks a host of its own: what the browser says late is never taken for the next one's. */
export const hostOf = (name: string, place: Place): string => `${name}-${place}.${selfTestHost}`;

/** Longest wait for an attempt to end, and for the browser to say that it refused it. */
const patience = 4_000;
const grace = 400;

/**
 * The attempt as one expression that any place can run: a promise of what was seen, as JSON. It listens to the browser's
 * own word about refusals, and takes away whatever it put into the page.
 *
 * @param own an address of this site
 */
export function expressionOf({ name, text, own, inline }: Attempt, place: Place, site: string): string {
  const host = hostOf(name, place);
  const mark = own ? site : host;
  const values = { url: `https://${host}/`, own: `${site}/self-test?self-test`, mark, inline: inline === true };
  return `(async () => {
const g = globalThis, {url, own, mark, inline} = ${JSON.stringify(values)}, made = [], seen = {};
let refused, tell = () => {};
const heard = new Promise((resolve) => { tell = resolve; });
const late = (ms) => new Promise((resolve) => g.setTimeout(resolve, ms));
const until = (ms) => Promise.race([heard, late(ms)]);
const end = (end, what) => { throw Object.assign(new Error(end), {seen: {end, what}}); };
const absent = (what) => end('absent', what), held = (what) => end('held', what);
const need = (name) => {
  let found;
  for (let at = g; at; at = Object.getPrototypeOf(at)) if (Object.hasOwn(at, name)) found = Reflect.get(at, name, g);
  if (found === undefined) absent(name);
  return /^[a-z]/.test(name) && typeof found === 'function' ? found.bind(g) : found;
};
const settled = (one) => new Promise((resolve, reject) => {
  for (const name of ['load', 'open', 'message', 'loadeddata']) one.addEventListener(name, () => resolve(), {once: true});
  one.addEventListener('error', (event) => { event.preventDefault(); reject(Object.assign(new Error(), {name: 'NetworkError'})); }, {once: true});
});
const put = (tag, facts) => {
  const one = g.document.createElement(tag);
  made.push(one);
  for (const [name, value] of Object.entries(facts)) one.setAttribute(name, value);
  g.document.body.append(one);
  return one;
};
const nested = async (code) => {
  const text = 'const url = ' + JSON.stringify(url) + '; let rule; addEventListener("securitypolicyviolation", (e) => { rule ??= e.effectiveDirective; });' +
    '(async () => { ' + code + ' })().then(() => "done", (e) => e.name).then(async (end) => { if (!rule) await new Promise((r) => setTimeout(r, ${grace})); postMessage([end, rule]); });';
  const blob = g.URL.createObjectURL(new g.Blob([text], {type: 'text/javascript'}));
  const worker = new (need('Worker'))(blob);
  try {
    const [how, rule] = await new Promise((resolve, reject) => {
      worker.onmessage = ({data}) => resolve(data);
      worker.onerror = (event) => { event.preventDefault(); reject(Object.assign(new Error(), {name: 'NetworkError'})); };
    });
    if (rule) seen.rule = rule;
    else if (how !== 'done') throw Object.assign(new Error(), {name: how});
  } finally { worker.terminate(); g.URL.revokeObjectURL(blob); }
};
const hears = (event) => {
  // What names no address is ours where a blob did it: nothing else of this site runs from one.
  const isNameless = /^(inline|eval|wasm-eval|)$/.test(event.blockedURI) ? inline : event.blockedURI === 'trusted-types-sink';
  const isOurs = event.blockedURI.includes(mark) || (isNameless && !/^https?:/.test(event.sourceFile ?? ''));
  if (!isOurs) return;
  event.stopPropagation();
  refused ??= event.effectiveDirective;
  tell();
};
const at = g.document ?? g;
at.addEventListener('securitypolicyviolation', hears);
try {
  Object.assign(seen, await Promise.race([
    (async () => { ${text}\n return {end: 'done'}; })(),
    late(${patience}).then(() => ({end: 'late'}))
  ]));
} catch (error) {
  Object.assign(seen, error.seen ?? {end: 'failed', what: String(error.name)});
}
// The word about a text that is no code comes late, and is nobody else's: it is waited for.
const isPlain = !inline && (seen.end === 'absent' || seen.end === 'held' || ${JSON.stringify([...ofWalls])}.includes(seen.what));
if (!refused && !seen.rule && !isPlain) await until(${grace});
if (refused) seen.rule = refused;
// A page with two policies hears it once of each: the second word is nobody else's either.
g.setTimeout(() => at.removeEventListener('securitypolicyviolation', hears), ${patience});
for (const one of made) one.remove();
seen.hears = 'SecurityPolicyViolationEvent' in g;
return JSON.stringify(seen);
})()`;
}
