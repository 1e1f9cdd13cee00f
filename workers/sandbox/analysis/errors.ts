import { failures, type Catalogue, type Values } from '../../shared/errors';

const cut = (value: string | number | undefined, length = 40): string => {
  const text = String(value ?? '').replace(/\s+/g, ' ');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
};
const code = (value: string | number | undefined, length?: number) => {
  const text = cut(value, length);
  // In texts, names stand between backquotes: one that is meant stands between quotes.
  return text.includes('`') ? `“${text}”` : `\`${text}\``;
};

/** What each kind of text that is never closed is called, and what closes it. */
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '${': '}', '/*': '*/' };
const closing = (v: Values) => code(closers[String(v.word)] ?? v.word);

/** What can be wrong with a text of own code. Values are words of the code, never of the data. */
export const codeFailures = {
  'code-unexpected': {
    message: (v) =>
      v.expected
        ? `${code(v.word)} stands where ${code(v.expected)} belongs.`
        : `The code makes no sense from ${code(v.word)} on.`,
    hint: (v) =>
      v.expected ? `Write ${code(v.expected)} before it.` : 'Look at this word and at what stands before it.'
  },
  'code-ends': {
    message: () => 'The code ends before it is complete.',
    hint: () => 'Write what is missing after the last word.'
  },
  'code-open': {
    message: (v) => `${code(v.word)} opens here and never closes.`,
    hint: (v) => `Write the ${closing(v)} that belongs to it.`
  },
  'code-closes-nothing': {
    message: (v) =>
      v.open
        ? `${code(v.word)} closes nothing here: ${code(v.open)} of line ${v.line} is still open.`
        : `${code(v.word)} closes nothing here.`,
    hint: (v) => (v.open ? `Close ${code(v.open)} first.` : 'Take it out, or write what it should close.')
  },
  'code-still-open': {
    message: (v) => `${code(v.word)} begins a statement, but ${code(v.open)} of line ${v.line} is still open.`,
    hint: (v) => `Close ${code(v.open)} first.`
  },
  'code-top': {
    message: (v) => `${code(v.word)} stands inside of something.`,
    hint: () => 'Write names of the libraries as they are: they need no import.'
  },
  'code-character': {
    message: (v) => `The character ${code(v.word)} means nothing in JavaScript.`,
    hint: () => 'Take it out, or put it between quotes.'
  },
  'code-number': {
    message: (v) => `The number at ${code(v.word)} cannot be read.`,
    hint: () => 'Write digits with one point, such as 1200.5; begin a name with a letter.'
  },
  'code-escape': {
    message: () => 'A `\\` in this text begins a sign that does not exist.',
    hint: () => 'Write `\\\\` for the sign itself, or four digits after `\\u`.'
  },
  'code-pattern': {
    message: (v) => `The pattern ${code(v.word)} cannot be read.`,
    hint: () => 'Put a `\\` before a sign that is meant as it is, or close what is open.'
  },
  'code-twice': {
    message: (v) => `${code(v.name)} is declared twice in this cell.`,
    hint: () => 'Give the second another name, or take its `const` or `let` away.'
  },
  'code-label': {
    message: (v) => (v.name ? `There is no label ${code(v.name)} here.` : 'A label stands here twice.'),
    hint: () => 'Name a label that stands before a loop around this place.'
  },
  'code-break': {
    message: (v) => `${code(v.word)} stands outside of a loop.`,
    hint: (v) =>
      v.word === 'break' ? 'Take it out, or put it into a loop or a switch.' : 'Take it out, or put it into a loop.'
  },
  'code-return': {
    message: () => '`return` stands outside of a function.',
    hint: () => 'Write the value alone, or put the whole cell between `{` and `}`.'
  },
  'code-await': {
    message: () => '`await` stands in a function that is not `async`.',
    hint: () => 'Write `async` before the function around it.'
  },
  'code-yield': {
    message: () => '`yield` stands outside of a generator.',
    hint: () => 'Write `function*` for the function, or put the whole cell between `{` and `}`.'
  },
  'code-target': {
    message: (v) => `Nothing can be assigned to what begins with ${code(v.word)}.`,
    hint: () => 'Put a name or a property on the left of `=`; compare with `===`.'
  },
  'code-pattern-value': {
    message: () => 'A declaration needs a value here.',
    hint: () => 'Write `=` and the value after it.'
  },
  'code-reserved': {
    message: (v) => `${code(v.word)} is a word of the language and cannot be a name here.`,
    hint: () => 'Choose another name.'
  },
  'code-name-taken': {
    message: (v) => `${code(v.name)} has a meaning already and cannot be declared.`,
    hint: () => 'Choose another name.'
  },
  'code-try': {
    message: () => 'This `try` has neither `catch` nor `finally`.',
    hint: () => 'Write `catch (error) { … }` after its block.'
  },
  'code-class': {
    message: () => 'A class cannot have this part.',
    hint: () => 'Change this part of the class.'
  },
  'code-super': {
    message: () => '`super` stands outside of a method of a class.',
    hint: () => 'Use it in a class that extends another.'
  },
  'code-private': {
    message: (v) => `The class has no private ${code(v.name)}.`,
    hint: () => 'Declare it in the class, or correct the name.'
  },
  'code-rest': {
    message: () => 'Nothing may follow `...` and its name.',
    hint: () => 'Put it last, and take the comma after it away.'
  },
  'code-mix': {
    message: () => '`??` cannot stand beside `&&` or `||` without brackets.',
    hint: () => 'Put brackets round one of the two.'
  },
  'code-with': {
    message: (v) => `Modules do not know ${code(v.word)}.`,
    hint: () => 'Write it out in another way.'
  },
  'code-default': {
    message: () => 'A `switch` has one `default`; this is the second.',
    hint: () => 'Take one of them out.'
  },
  'code-throw': {
    message: () => 'What `throw` throws stands on the same line.',
    hint: () => 'Write the error behind `throw`.'
  },
  'code-syntax': {
    message: () => 'JavaScript does not allow this here.',
    hint: () => 'Read the words of the language in the details below.'
  },
  'code-empty': { message: () => 'This cell has no code yet.', hint: () => 'Write an expression or statements.' },
  'code-assign-unknown': {
    message: (v) => `${code(v.name)} gets a value here but is not declared in this cell.`,
    hint: (v) => `Write \`let ${cut(v.name, 30)}\` first. Names of other cells can only be read.`
  },
  'code-import': {
    message: (v) =>
      v.address
        ? `This cell asks for ${code(v.address, 60)}. Notebooks have no network.`
        : 'This cell asks for code from elsewhere. Notebooks have no network.',
    hint: () => 'Paste the code you need into a cell, or import the data as a file.'
  },
  'code-import-shipped': {
    message: (v) => `${code(v.address, 60)} is here already, as ${code(v.name)}.`,
    hint: (v) => `Take the import out and write ${code(v.name)}.`
  },
  'code-export': {
    message: () => 'A cell exports nothing: its top-level names are there for all cells.',
    hint: () => 'Take the word `export` out.'
  },
  'code-meta': {
    message: () => '`import.meta` says nothing in a cell.',
    hint: () => 'Take it out.'
  },
  'code-arguments': {
    message: () => '`arguments` stands outside of a function.',
    hint: () => 'Name the parameters of the function, or write `(...all)`.'
  },
  'code-namespace': {
    message: (v) => `Cells know no TypeScript ${code(v.word)}.`,
    hint: () => 'Write its functions at the top, or gather them in an object.'
  }
} as const satisfies Catalogue<string>;

export type CodeErrorCode = keyof typeof codeFailures;
export const fail = failures<CodeErrorCode>(codeFailures);
