/** Exits with 0 when the process of this container is ready. A worker serves nobody and answers on the port of the metrics. */
const port = process.argv[2] === 'worker' ? (process.env.METRICS_PORT ?? '9464') : (process.env.PORT ?? '3000');
const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(4_000) }).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
