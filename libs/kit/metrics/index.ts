export { measureRequests } from './measure-requests.js';
export { Metrics } from './metrics.js';
export { MetricsModule } from './metrics.module.js';
export { MetricsServer } from './metrics-server.js';
