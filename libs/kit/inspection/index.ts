export type { InspectedFile, Inspection, InspectionFault, InspectionOutcome } from './inspection.js';
export { InspectionModule } from './inspection.module.js';
export { Inspector } from './inspector.js';
export { INSPECTION_LIMITS, type InspectionLimits } from './limits.js';
export type { CopyLimits, TemporaryCopy } from './temporary-folder.js';
export { type ScanVerdict, VirusScanner } from './virus-scanner.js';
