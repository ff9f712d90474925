export {
  createContext, currentContext, currentViewer, findContext, runAs, runInContext, type Locale, type RequestContext,
} from './request-context.js';
export { hasRole, isSystemViewer, SYSTEM_ID, SYSTEM_ROLE, systemViewer, type RoleHolding, type Viewer } from './viewer.js';
