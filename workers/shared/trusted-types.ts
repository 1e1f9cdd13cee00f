/** What the library's types do not have yet. */
interface Policy {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}
interface Scope {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}

let policy: Policy | undefined;

/**
 * The page's policy asks for Trusted Types (W3C Trusted Types): a plain text becomes markup or the address of a script
 * nowhere but here, so whatever slips past everything else has no sink to reach. Both cleaners take this policy, too: a
 * second one of the same name is refused. Browsers without them take the text.
 */
export function trustedPolicy(): Policy {
  policy ??= (globalThis as Scope).trustedTypes?.createPolicy('phems', rules) ?? rules;
  return policy;
}

const rules: Policy = {
  createHTML: (text) => text,
  createScriptURL: (address) => {
    if (new URL(address, location.href).origin === location.origin) return address;
    throw new TypeError('A script of another origin is not started.');
  }
};

/** Markup that goes where nothing of it runs or loads: an inert document, a frame without rights, or what was cleaned. */
export function trustedMarkup(text: string): string {
  return trustedPolicy().createHTML(text);
}

/** The address of a script of the own origin, or of a blob that it made. @throws TypeError for any other */
export function trustedScript(address: string): string {
  return trustedPolicy().createScriptURL(address);
}
