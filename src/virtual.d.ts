declare module 'virtual:notebooks' {
  export const notebooks: import('../scripts/notebook-index').ShippedNotebook[];
}
declare module 'virtual:code-declarations' {
  export type Declared = import('../scripts/declarations/declarations').Declared;
  export type Declarations = import('../scripts/declarations/declarations').Declarations;
  export const declarations: Declarations;
}
