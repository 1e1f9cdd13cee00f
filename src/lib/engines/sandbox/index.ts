export { SandboxClient, type RunOptions } from './client';
