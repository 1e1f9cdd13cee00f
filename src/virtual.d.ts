declare module 'virtual:notebooks' {
  export const notebooks: import('../scripts/notebook-index').ShippedNotebook[];
}
