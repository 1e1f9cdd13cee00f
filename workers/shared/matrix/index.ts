export { crossProduct, linearCombination, squareProduct, transposedProduct } from './products';
export {
  dot,
  independentColumns,
  inverseOfSquare,
  solveUpper,
  solveUpperTransposed,
  type Independent
} from './solve-triangle';
export { symmetricEigen } from './symmetric-eigen';
export { triangleOf, type Triangle, type TriangleOptions } from './triangle';
