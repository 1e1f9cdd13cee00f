export { cholesky, inverseOf, solve } from './cholesky';
export { hessianOf } from './hessian';
export { minimise, type Method } from './minimise';
export { nelderMead, type NelderMeadOptions } from './nelder-mead';
export { newton, type Minimum, type NewtonOptions, type Smooth } from './newton';
