/**
 * Who may import whom. The rooms and their order are described in docs/architecture.md;
 * test/architecture/rooms.spec.ts plants violations and shows that they are found.
 */

/** Features from the lowest to the highest: each may import those before it. */
const FEATURES = [
  'organisation', 'identity', 'work', 'file', 'regulation', 'campaign', 'initiative', 'evaluation', 'deliberation', 'recognition', 'register', 'operations',
];
/** They listen to the events of everybody, and nobody imports them. */
const LISTENERS = ['audit', 'notification'];
/** Technical rooms from the lowest to the highest. */
const KIT = [
  'ids', 'errors', 'text', 'clock', 'config', 'workflow', 'context', 'logging', 'mail', 'files', 'inspection', 'database', 'idempotency', 'policy', 'events', 'live',
  'maintenance', 'health', 'jobs', 'backup', 'graphql', 'metrics',
];
/** Rooms of a feature, from the top to the bottom of a request. */
const LAYERS = ['api', 'usecases', 'data', 'model'];

const DOOR = '^libs/[^/]+/[^/]+/index\\.ts$';
/** Rules without a framework, and the demo ward's calculations with them. */
const PURE_PLACES = '^libs/(domain/[^/]+|database)/(?:domain|demo)/';

const any = (names) => `(${names.join('|')})`;
const room = (...names) => `^libs/${names.join('/')}/`;

/** Forbids each room of an ordered list to import a later one. */
const upward = (kind, parent, names, comment) =>
  names.slice(0, -1).map((name, index) => ({
    name: `${kind}-${name}-imports-only-downward`,
    comment,
    severity: 'error',
    from: { path: room(parent, name) },
    to: { path: room(parent, any(names.slice(index + 1))) },
  }));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules in a cycle cannot be loaded or tested one by one. Cycles of types alone are gone at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolvable',
      comment: 'An import that leads nowhere breaks at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'libs-know-no-process',
      comment: 'apps put libs together, never the other way round.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'processes-stay-apart',
      comment: 'The console and the worker take the list of features and how a process starts and ends from the API, and nothing else of it.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/api/src/(features|app\\.module|startup|shutdown)\\.ts$'] },
    },
    {
      name: 'kit-knows-no-domain',
      comment: 'Kit knows nothing of initiatives and councils.',
      severity: 'error',
      from: { path: '^libs/kit/' },
      to: { path: '^libs/(domain|database)/' },
    },
    {
      name: 'domain-knows-no-demo',
      comment: 'The demo ward uses the features; no feature knows of it.',
      severity: 'error',
      from: { path: '^libs/domain/' },
      to: { path: '^libs/database/' },
    },
    {
      name: 'rooms-have-one-door',
      comment: 'Another room is imported through its index.ts only.',
      severity: 'error',
      from: { path: '^libs/(kit|domain|database)/([^/]+)/', pathNot: PURE_PLACES },
      to: { path: '^libs/(kit|domain|database)/[^/]+/', pathNot: ['^libs/$1/$2/', DOOR] },
    },
    {
      name: 'pure-rules-know-pure-rules',
      comment: 'Rules may use the rules and presets of a lower feature directly: its door would bring the framework along.',
      severity: 'error',
      from: { path: PURE_PLACES },
      to: { path: '^libs/(kit|domain|database)/[^/]+/', pathNot: [DOOR, '^libs/$1/', '^libs/domain/[^/]+/(domain|presets)/'] },
    },
    {
      name: 'processes-use-the-door',
      comment: 'apps import rooms through their index.ts only.',
      severity: 'error',
      from: { path: '^apps/(api|console|worker)/' },
      to: { path: '^libs/', pathNot: DOOR },
    },
    {
      name: 'features-are-known',
      comment: 'A new feature takes its place in the order at the top of this file.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: room('domain', any([...FEATURES, ...LISTENERS])) },
      to: {},
    },
    {
      name: 'kit-rooms-are-known',
      comment: 'A new technical room takes its place in the order at the top of this file.',
      severity: 'error',
      from: { path: '^libs/kit/', pathNot: room('kit', any(KIT)) },
      to: {},
    },
    ...upward('feature', 'domain', FEATURES, 'Features import only those below them; upward they publish events or interfaces.'),
    {
      name: 'nobody-imports-listeners',
      comment: 'Audit and notification listen; whoever imported them could not do without them.',
      severity: 'error',
      from: { path: '^libs/', pathNot: room('domain', any(LISTENERS)) },
      to: { path: room('domain', any(LISTENERS)) },
    },
    {
      name: 'listeners-stay-apart',
      comment: 'Audit and notification do not know each other.',
      severity: 'error',
      from: { path: room('domain', any(LISTENERS)) },
      to: { path: room('domain', any(LISTENERS)), pathNot: '^libs/domain/$1/' },
    },
    ...upward('kit', 'kit', KIT, 'Technical rooms have an order of their own.'),
    ...LAYERS.slice(1).map((layer, index) => ({
      name: `${layer}-import-nothing-above`,
      comment: 'Inside a feature: api → usecases → data → model.',
      severity: 'error',
      from: { path: `^libs/domain/([^/]+)/${layer}/` },
      to: { path: `^libs/domain/$1/${any([...LAYERS.slice(0, index + 1), 'handlers', 'jobs'])}/` },
    })),
    {
      name: 'domain-rules-are-pure',
      comment: 'Rules are pure functions: no framework, no database, no request, no clock of the machine.',
      severity: 'error',
      from: { path: '^libs/domain/([^/]+)/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^node_modules/zod/', '^libs/kit/(errors|text|clock|workflow|ids)/', '^libs/domain/[^/]+/(domain|presets)/',
          '^libs/domain/$1/[^/]+\\.errors\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'policies-are-leaves',
      comment: 'A policy reads facts; it fetches nothing and decides no use case.',
      severity: 'error',
      from: { path: '^libs/domain/([^/]+)/policy/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: ['^node_modules/', '^libs/domain/$1/'],
        pathNot: ['^libs/domain/$1/(policy|domain)/', '^libs/domain/$1/model/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'events-are-leaves',
      comment: 'Events carry ids and say what happened; listeners must be able to load them alone.',
      severity: 'error',
      from: { path: '^libs/domain/([^/]+)/events/' },
      to: { path: '^libs/domain/$1/', pathNot: '^libs/domain/$1/(events|model|domain)/' },
    },
    {
      name: 'products-do-not-need-test-tools',
      comment: 'What runs in production may not load what is installed for development only.',
      severity: 'error',
      from: { path: '^(apps/(api|console)|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^apps/web/', '^dist/', '^apps/.*/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
    combinedDependencies: true,
  },
};
