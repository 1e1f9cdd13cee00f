export { inLight } from './light';
export { countMarks } from './marks';
export { pictureOf, type Picture } from './picture';
export { rasterOf } from './raster';
