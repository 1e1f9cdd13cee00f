/** Words of the language that are worth to be offered. */
export const codeWords: readonly string[] = (
  'async await break case catch class const continue default delete else extends false finally for function if in ' +
  'instanceof let new null of return switch throw true try typeof undefined while yield'
).split(' ');
