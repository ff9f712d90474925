export { LiveModule } from './live.module.js';
export type { LiveNews } from './live-listener.js';
export { LiveReaders, type LiveReader } from './live-readers.js';
export { LiveSignals, type WhoAsks } from './live-signals.js';
export type { LiveTopic } from './live-topic.js';
