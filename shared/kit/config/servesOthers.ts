type Environment = Readonly<Record<string, string | undefined>>;

const thisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * What in the environment shows that other people than whoever started it, or real money, are served; nothing where nothing does.
 * @param host the address that is listened on
 */
export function servesOthers(environment: Environment, host: string): string | undefined {
  const given = (name: string) => environment[name]?.trim() ?? '';
  const publicHost = hostOf(given('PUBLIC_URL'));
  const signs: readonly (readonly [boolean, string])[] = [
    [given('NODE_ENV') === 'production', 'NODE_ENV is production'],
    [
      given('STRIPE_SECRET_KEY') !== '' && !isNamedHere(given('STRIPE_API_URL')),
      'payments go to Stripe (STRIPE_SECRET_KEY)',
    ],
    [
      given('WECHATPAY_MCHID') !== '' && !isNamedHere(given('WECHATPAY_API_URL')),
      'payments go to WeChat Pay (WECHATPAY_MCHID)',
    ],
    [
      given('ALIPAY_APP_ID') !== '' && !isNamedHere(given('ALIPAY_API_URL')),
      'payments go to Alipay (ALIPAY_APP_ID)',
    ],
    [!databaseHosts(given('MONGODB_URI')).every(isHere), 'the data lie on a server (MONGODB_URI)'],
    [given('REDIS_URL') !== '' && !isNamedHere(given('REDIS_URL')), 'events go over a server (REDIS_URL)'],
    [!thisMachine.test(host), `others can reach it (HOST is ${host})`],
    [
      given('PUBLIC_URL') !== '' && !thisMachine.test(publicHost),
      `others can reach it (PUBLIC_URL names ${publicHost})`,
    ],
  ];
  return signs.find(([holds]) => holds)?.[1];
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : address);
const isNamedHere = (address: string): boolean => thisMachine.test(hostOf(address));

/** The hosts that the address of a database names; none for the embedded engine. */
const databaseHosts = (uri: string): readonly string[] =>
  /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]*)/.exec(uri)?.[1]?.split(',') ?? [];

const isHere = (host: string) => thisMachine.test(host.replace(/:\d+$/, '')) || host.endsWith('.sock');
