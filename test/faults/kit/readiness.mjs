/**
 * What one API process says of itself and its parts.
 * @param {string} url address of the process
 * @returns {Promise<{ status: string, checks: Record<string, string> } | null>} `null` when it gives no whole answer in time
 */
export async function reportOf(url, patienceMs = 5_000) {
  try {
    return await (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(patienceMs) })).json();
  } catch {
    return null;
  }
}

/** Whether every API process can use all of its parts; one that merely serves without its queue (`degraded`) cannot. */
export async function isReady(city) {
  const reports = await Promise.all(city.urls.map((url) => reportOf(url)));
  return reports.every((report) => report?.status === 'ready');
}
