import { networkInterfaces } from 'node:os';
import { demoSignIns } from '../identity/demo/people';
import { type FirstOperator } from '../identity/usecases/accounts/ensureFirstOperator';
import { say } from './say';

type Facts = {
  readonly url: string;
  readonly port: number;
  readonly host: string;
  readonly demo: false | { readonly passwordCounts: boolean };
  readonly firstOperator: FirstOperator | undefined;
  readonly sandbox: boolean;
  readonly appPending: boolean;
};

/** What a person wants to know once everything answers. */
export function announce({ url, host, port, demo, firstOperator, sandbox, appPending }: Facts): void {
  say();
  say(`Lintuan (邻团) is ready: ${url}`);
  if (appPending) say('  (the app is still being built; the page opens it when it is ready)');
  const inNetwork = host === '0.0.0.0' ? networkAddress() : undefined;
  if (inNetwork !== undefined) say(`  on a phone in the same network: http://${inNetwork}:${port}`);
  say();
  if (demo) {
    say('Demo sign-ins:');
    for (const { role, words } of demoSignIns(demo.passwordCounts)) say(`  ${role.padEnd(9)} ${words}`);
    say();
  }
  if (firstOperator !== undefined) {
    const { username, firstPassword } = firstOperator;
    say(
      'First operator (shown at each start until it was used; the password must be changed at the first sign-in):',
    );
    say(`  operator  user name ${username}, password ${firstPassword}`);
    say();
  }
  if (demo || firstOperator !== undefined) say(`Staff sign in at ${url}/#/operator/home/index`);
  say(`API reference: ${url}/docs`);
  if (sandbox) say('Payments go to a sandbox: nobody is charged. One-time codes are shown here.');
  say('Stop with Ctrl-C.');
}

function networkAddress(): string | undefined {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
