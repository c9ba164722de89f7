const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** Who may look at whom. Each message says what to do instead. */
module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      {},
      { circular: true },
      'A cycle means two files are one file: move what both need into a third.',
    ),
    rule(
      'services-are-strangers',
      { path: '^services/([^/]+)/', pathNot: '^services/start/' },
      { path: '^services/[^/]+/', pathNot: '^services/$1/' },
      'Talk over contracts, not imports: use the typed client of shared/kit.',
    ),
    rule(
      'domain-is-pure',
      { path: '^services/[^/]+/domain/', pathNot: '\\.test\\.ts$' },
      {
        pathNot:
          '^(services/[^/]+/domain/|shared/kit/(domainError|money|ids|csv/readCsv|search/(fold|searchKeys))|shared/contracts/)|node_modules/(date-fns|@date-fns)',
      },
      'Rules know no I/O: hand in what they need.',
    ),
    rule(
      'usecases-know-no-http',
      { path: '^services/[^/]+/(usecases|domain)/', pathNot: '\\.test\\.ts$' },
      { path: '^services/[^/]+/http/|node_modules/(express|mongoose)/' },
      'Use cases get storage and clients handed in; HTTP and the database stay at the edges.',
    ),
    rule(
      'stores-not-documents',
      { path: '^services/orders/(usecases|http|domain)/', pathNot: '\\.test\\.ts$' },
      { path: '^services/orders/storage/[^/]*Models?\\.ts$' },
      'How a document looks is known in storage only: ask a store, or add a method to it, named by what it answers.',
    ),
    rule(
      'providers-keep-their-words',
      {
        path: '^services/',
        pathNot:
          '^services/orders/(clients/(stripe|wechatpay|alipay|createPaymentProviders\\.ts)|app\\.ts|config\\.ts)|^services/settlement/(clients/stripe/|app\\.ts|config\\.ts)|^services/start/|\\.test\\.ts$',
      },
      {
        path: '^services/(orders|settlement)/clients/(stripe|wechatpay|alipay)/|node_modules/(stripe|alipay-sdk)/',
      },
      'Only the folder of a payment provider knows its words: say it in those of clients/paymentProvider.ts.',
    ),
    rule(
      'contracts-are-portable',
      { path: '^shared/contracts/', pathNot: '\\.test\\.ts$' },
      { pathNot: '^shared/contracts/|node_modules/zod' },
      'Contracts run in the mini program too: zod only.',
    ),
    rule(
      'miniprogram-sees-contracts-only',
      { path: '^miniprogram/' },
      { path: '^(services|shared/(kit|sandbox))/' },
      'A client sees contracts only.',
    ),
    rule(
      'shared-knows-no-service',
      { path: '^shared/' },
      { path: '^services/' },
      'Shared code serves the services: hand the service part in.',
    ),
    rule(
      'no-test-code-in-product',
      { path: '^(services|shared)/', pathNot: '\\.(test|contract)\\.ts$' },
      { path: '^tests/|\\.test\\.ts$' },
      'Product code does not lean on test code.',
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|coverage)/|^build/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
