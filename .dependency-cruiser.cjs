const { existsSync, readdirSync } = require('node:fs');
const path = require('node:path');

/** The arrows of the architecture: which folder may import which. */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** What a kind of request, a folder with a `kind.ts`, may read: no kind is named here. */
const KIND_READS = [
  'accounts',
  'approvals',
  'company-rules',
  'custom',
  'people',
  'request-types',
  'schedule',
];
/**
 * What the other features may read, through their public modules: `public.ts` (data), `rules.ts` (pure), and for kinds of
 * requests `approvals/kind/`, `approvals/engine.ts` and `company-rules/section.ts`. A feature that is not named reads
 * nobody; no kind is in the list of approvals, so that the engine knows none.
 */
const READS = {
  appraisal: ['appraisal-cycles', 'goals', 'people', 'reviews', 'schedule'],
  'appraisal-cycles': ['appraisal', 'goals', 'people', 'reviews', 'schedule'],
  approvals: ['accounts', 'company-rules', 'people', 'request-types', 'schedule', 'settlement'],
  attendance: [
    'accounts',
    'approvals',
    'company-rules',
    'field-punch',
    'people',
    'schedule',
    'settlement',
    'sites',
  ],
  consequences: ['accounts', 'approvals', 'people', 'schedule', 'settlement'],
  feedback: ['goals', 'people'],
  goals: ['integration', 'people', 'schedule'],
  improvement: ['appraisal', 'appraisal-cycles', 'feedback', 'goals', 'people', 'schedule'],
  insurance: ['people'],
  integration: ['second-check'],
  mending: ['people'],
  notices: ['approvals', 'people'],
  'pay-files': ['insurance', 'payroll', 'people', 'second-check', 'tax'],
  payroll: [
    'accounts',
    'appraisal',
    'attendance',
    'company-rules',
    'insurance',
    'leave',
    'people',
    'salaries',
    'schedule',
    'second-check',
    'settlement',
    'tax',
  ],
  people: ['consequences', 'schedule', 'sites'],
  reports: [
    'accounts',
    'appraisal',
    'approvals',
    'attendance',
    'expense',
    'goals',
    'leave',
    'people',
    'settlement',
  ],
  'request-types': ['approvals', 'people', 'schedule'],
  reviews: ['appraisal-cycles', 'feedback', 'goals', 'people'],
  salaries: ['people'],
  schedule: ['company-rules', 'consequences', 'people'],
  sites: ['people'],
  tax: ['people'],
  ...Object.fromEntries(kindFolders().map((kind) => [kind, KIND_READS])),
  // A correction confirms what a punch claimed.
  correction: [...KIND_READS, 'attendance'],
  // Whoever leaves is told what is paid out of their leave.
  resignation: [...KIND_READS, 'leave'],
  // Whoever asks for another salary sees which paid months it changes, and whoever decides has made the second check.
  'salary-change': [...KIND_READS, 'payroll', 'salaries', 'second-check'],
};

function kindFolders() {
  const folders = readdirSync(path.join(__dirname, 'cloudfunctions'));
  return folders.filter((name) => existsSync(path.join(__dirname, 'cloudfunctions', name, 'kind.ts')));
}

const FEATURE = '^cloudfunctions/(?!shared/)([^/]+)/';
/** Where features are composed into what is deployed. */
const COMPOSED = '^cloudfunctions/[^/]+/(index|kinds)[.]ts$';
const INSIDE = '(actions|services|jobs|inputs|data|domain)';
const featureReads = Object.entries(READS).map(([feature, others]) =>
  forbid(
    `reads-of-${feature}`,
    `${feature} may read only: ${others.join(', ')}`,
    { path: `^cloudfunctions/${feature}/`, pathNot: COMPOSED },
    {
      path: '^cloudfunctions/[^/]+/',
      pathNot: `^cloudfunctions/(shared|${[feature, ...others].join('|')})/`,
    },
  ),
);
const unnamed = forbid(
  'reads-of-other-features',
  'a feature that reads another one is named in READS of .dependency-cruiser.cjs',
  {
    path: FEATURE,
    pathNot: `^cloudfunctions/((${Object.keys(READS).join('|')})/|[^/]+/(index|kinds)[.]ts$)`,
  },
  { path: FEATURE, pathNot: '^cloudfunctions/$1/' },
);

module.exports = {
  forbidden: [
    forbid('no-cycles', 'cycles, of types as well, hide who depends on whom', {}, { circular: true }),
    forbid(
      'no-missing',
      'every import resolves; the bundle of a function is made by the build',
      {},
      { couldNotResolve: true, pathNot: '^[.]/bundle[.]js$' },
    ),
    forbid(
      'miniprogram-alone',
      'the phone shares types with the server and nothing else',
      { path: '^miniprogram/' },
      { path: '^(cloudfunctions|local|scripts|test)/' },
    ),
    forbid(
      'functions-alone',
      'functions know neither the tools nor the phone, but for the rules that both sides run',
      { path: '^cloudfunctions/' },
      { path: '^(miniprogram/(?!common/|features/[^/]+/common/)|(local|scripts|test)/)' },
    ),
    forbid(
      'common-is-pure',
      'what both sides run knows types and itself',
      { path: ['^miniprogram/common/', '^miniprogram/features/[^/]+/common/'] },
      { pathNot: ['^(miniprogram/common|typings)/', '^miniprogram/features/[^/]+/common/'] },
    ),
    forbid(
      'local-is-a-tool',
      'only tools and tests use the embedded cloud',
      { pathNot: '^(local|test|scripts)/' },
      { path: '^local/' },
    ),
    forbid(
      'local-uses-the-product-from-outside',
      'the tool sees types and build output, never product code',
      { path: '^local/' },
      { path: '^(cloudfunctions|miniprogram)/', dependencyTypesNot: ['type-only'] },
    ),
    forbid('typings-are-types', 'typings know only typings', { path: '^typings/' }, { pathNot: '^typings/' }),
    forbid(
      'page-imports',
      'utils are pure: no pages, services or components',
      { path: '^miniprogram/utils/' },
      { path: '^miniprogram/(pages|features|components|services)/' },
    ),
    forbid(
      'services-below-pages',
      'services do not know pages',
      { path: '^miniprogram/services/' },
      { path: '^miniprogram/(pages|features|components)/' },
    ),
    forbid(
      'features-apart',
      'a feature of the Mini Program does not import another one',
      { path: '^miniprogram/features/([^/]+)/' },
      { path: '^miniprogram/features/([^/]+)/', pathNot: '^miniprogram/features/$1/' },
    ),
    forbid(
      'main-package-alone',
      'the main package cannot load code of a subpackage',
      { path: '^miniprogram/(?!features/)' },
      { path: '^miniprogram/features/' },
    ),
    forbid(
      'domain-is-pure',
      'rules get plain values: no data, no kernel, no input schemas, no SDK',
      { path: '^cloudfunctions/([^/]+/domain/|[^/]+/rules[^/]*[.]ts|approvals/kind/)' },
      {
        path: '(^cloudfunctions/[^/]+/((data|actions|services|jobs|inputs|kernel)/|(public|engine)[^/]*[.]ts)|node_modules/wx-server-sdk/)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'domain-without-io',
      'rules do no input or output',
      { path: '^cloudfunctions/[^/]+/(domain/|rules[^/]*[.]ts)' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'shared-knows-no-feature',
      'shared is below the features',
      { path: '^cloudfunctions/shared/' },
      { path: FEATURE },
    ),
    forbid(
      'kernel-and-data-apart',
      'who calls and how documents are kept are two things',
      { path: '^cloudfunctions/shared/(kernel|data)/' },
      { path: '^cloudfunctions/shared/(kernel|data)/', pathNot: '^cloudfunctions/shared/$1/' },
    ),
    forbid(
      'public-modules',
      'a feature reads another one through its public.ts or rules.ts; only a function composes features',
      { path: FEATURE, pathNot: COMPOSED },
      { path: `^cloudfunctions/(?!shared/)[^/]+/${INSIDE}/`, pathNot: '^cloudfunctions/$1/' },
    ),
    forbid(
      'data-below',
      'data of a feature knows types, shared data and its own domain',
      { path: '^cloudfunctions/([^/]+)/data/' },
      { path: '^cloudfunctions/$1/(actions|services|jobs|inputs)/' },
    ),
    forbid(
      'single-sdk-import',
      'wx-server-sdk has one wrapper',
      { path: '^(cloudfunctions|miniprogram)/', pathNot: '^cloudfunctions/shared/platform/cloud[.]ts$' },
      { path: 'wx-server-sdk' },
    ),
    ...featureReads,
    unnamed,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(miniprogram_npm|dist|fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.d.ts', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
