import type { InspectionFault } from '../inspection.js';

/** Ends the look at a file: it is refused whatever else is in it. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(readonly kind: InspectionFault) {
    super(kind);
  }
}
