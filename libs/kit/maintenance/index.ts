export { installMaintenance } from './install-maintenance.js';
export { maintenance } from './maintenance.errors.js';
export { Maintenance } from './maintenance.js';
export { MaintenanceModule } from './maintenance.module.js';
export type { MaintenanceState } from './maintenance-state.js';
export { askMaintenance, switchMaintenance, type SwitchResult } from './maintenance-switch.js';
export { prepareMaintenance } from './maintenance-table.js';
