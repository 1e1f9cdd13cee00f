/**
 * The document of the frame that people's code runs in, and the hash of its script. A `srcdoc` frame inherits the page's
 * policy, so the page's must allow that hash too: `scripts/site/headers.mjs` reads it here. A test computes it anew.
 *
 * The frame takes one message: the text of the worker and two ports. One goes to the worker; by the other the page stops it.
 */
const script =
  'onmessage=({source,data,ports:[c,d]})=>{if(source!==parent||!d)return;onmessage=null;' +
  "const u=URL.createObjectURL(new Blob([data],{type:'text/javascript'})),t=self.trustedTypes;" +
  "const w=new Worker(t?t.createPolicy('phems',{createScriptURL:u=>u}).createScriptURL(u):u);" +
  "w.onerror=e=>{e.preventDefault();c.postMessage(['error',String(e.message)])};" +
  "c.onmessage=({data})=>{if(data==='stop')w.terminate();c.postMessage([data==='stop'?'stopped':'here'])};" +
  'w.postMessage(0,[d])}';

export const frameScript = script;
/** Of `frameScript`, as a policy spells it. */
export const frameHash = 'sha256-cXd6EVxQn4DkX23kJAME4K/Z99Mts37VtQ33U/xCW2M=';
/** No network, no storage, no parent: of scripts only this one and blobs, of workers only blobs, and nothing else at all. */
export const frameDocument =
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${frameHash}' blob:; worker-src blob:">` +
  `<script>${script}</script>`;
