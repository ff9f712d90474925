import { z } from 'zod';

/** Why nobody may come in. RESTORE: the rows under the application are being replaced. */
export const stateSchema = z.object({
  reason: z.enum(['ANNOUNCED', 'RESTORE']),
  since: z.iso.datetime(),
  /** What the page says besides that it is being worked on; `null`: nothing. */
  message: z.object({ vi: z.string().max(500), en: z.string().max(500) }).nullable(),
  /** When people are asked to come again, in seconds from the request. */
  retrySeconds: z.number().int().min(1).max(86_400),
});

export type MaintenanceState = z.output<typeof stateSchema>;
