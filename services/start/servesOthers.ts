type Settings = {
  readonly HOST: string;
  readonly PUBLIC_URL?: string | undefined;
  readonly MONGODB_URI?: string | undefined;
  readonly STRIPE_SECRET_KEY?: string | undefined;
};

const thisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/** What in the settings shows that other people than whoever started it, or real money, are served; nothing where nothing does. */
export function servesOthers(settings: Settings, nodeEnvironment: string | undefined): string | undefined {
  const { HOST, PUBLIC_URL, MONGODB_URI, STRIPE_SECRET_KEY } = settings;
  const publicHost = PUBLIC_URL === undefined ? 'localhost' : new URL(PUBLIC_URL).hostname;
  const signs: readonly (readonly [boolean, string])[] = [
    [nodeEnvironment === 'production', 'NODE_ENV is production'],
    [STRIPE_SECRET_KEY !== undefined, 'payments go to Stripe (STRIPE_SECRET_KEY)'],
    [!databaseHosts(MONGODB_URI).every(isHere), 'the data lie on a server (MONGODB_URI)'],
    [!thisMachine.test(HOST), `others can reach it (HOST is ${HOST})`],
    [!thisMachine.test(publicHost), `others can reach it (PUBLIC_URL names ${publicHost})`],
  ];
  return signs.find(([holds]) => holds)?.[1];
}

/** The hosts that the address of a database names; none for the embedded engine. */
const databaseHosts = (uri = ''): readonly string[] =>
  /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]*)/.exec(uri)?.[1]?.split(',') ?? [];

const isHere = (host: string) => thisMachine.test(host.replace(/:\d+$/, '')) || host.endsWith('.sock');
