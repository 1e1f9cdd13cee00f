export { canonicalCode, codeCellsOf, codeNotebook, codeOf, type CodeCell } from './code';
export { allowed, trustedBefore, trustsText } from './known';
