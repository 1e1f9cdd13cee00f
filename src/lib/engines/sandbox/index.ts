export { SandboxClient, type Refused, type RunOptions } from './client';
