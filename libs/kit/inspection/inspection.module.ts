import { Module } from '@nestjs/common';
import { Inspector, LIMITS } from './inspector.js';
import { INSPECTION_LIMITS } from './limits.js';
import { VirusScanner } from './virus-scanner.js';

/** Looks at bytes of strangers. Starts nothing before the first file. */
@Module({
  providers: [{ provide: LIMITS, useValue: INSPECTION_LIMITS }, Inspector, VirusScanner],
  exports: [Inspector, VirusScanner],
})
export class InspectionModule {}
