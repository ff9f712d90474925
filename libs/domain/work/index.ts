export { WorkModule } from './work.module.js';
export { WorkSources, type WorkSource } from './work-source.js';
