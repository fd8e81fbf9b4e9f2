/** The arrows of the architecture: which folder may import which. */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** Feature functions and what each may read of others; a feature that is not named reads nobody. */
const READS = {
  notices: ['people'],
  schedule: ['people'],
  requests: ['people', 'notices', 'schedule'],
  attendance: ['people', 'schedule', 'requests'],
  reports: ['people', 'schedule', 'requests', 'attendance'],
};

const FEATURE = '^cloudfunctions/(?!shared/)([^/]+)/';
const featureReads = Object.entries(READS).map(([feature, others]) =>
  forbid(
    `reads-of-${feature}`,
    `${feature} may read only: ${others.join(', ')}`,
    { path: `^cloudfunctions/${feature}/` },
    {
      path: '^cloudfunctions/[^/]+/',
      pathNot: `^cloudfunctions/(shared|${[feature, ...others].join('|')})/`,
      dependencyTypesNot: ['type-only'],
    },
  ),
);
const unnamed = forbid(
  'reads-of-other-features',
  'a feature that reads another one is named in READS of .dependency-cruiser.cjs',
  { path: FEATURE, pathNot: `^cloudfunctions/(${Object.keys(READS).join('|')})/` },
  { path: FEATURE, pathNot: '^cloudfunctions/$1/' },
);

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'cycles hide who depends on whom',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
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
      'functions know neither the phone nor the tools',
      { path: '^cloudfunctions/' },
      { path: '^(miniprogram|local|scripts|test)/' },
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
      'rules get plain values: no data, no kernel, no SDK',
      { path: '^cloudfunctions/[^/]+/domain/' },
      {
        path: '(^cloudfunctions/[^/]+/(data|actions|kernel)/|node_modules/wx-server-sdk/)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'domain-without-io',
      'rules do no input or output',
      { path: '^cloudfunctions/[^/]+/domain/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'domain-of-one-feature',
      'rules use rules of the same feature and shared ones',
      { path: '^cloudfunctions/([^/]+)/domain/' },
      { path: '^cloudfunctions/[^/]+/', pathNot: '^cloudfunctions/($1|shared)/' },
    ),
    forbid(
      'shared-knows-no-feature',
      'shared is below the features',
      { path: '^cloudfunctions/shared/' },
      { path: FEATURE },
    ),
    forbid(
      'only-data-of-others',
      'actions and rules of a feature are its own; others read through its data/',
      { path: '^cloudfunctions/([^/]+)/' },
      { path: '^cloudfunctions/[^/]+/(actions|domain)/', pathNot: '^cloudfunctions/($1|shared)/' },
    ),
    forbid(
      'one-door-to-the-sdk',
      'wx-server-sdk has one wrapper',
      { path: '^(cloudfunctions|miniprogram)/', pathNot: '^cloudfunctions/shared/data/cloud[.]ts$' },
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
