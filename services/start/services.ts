import { type RequestHandler } from 'express';
import { type ServiceApp } from '#shared/kit/service';
import { type Backends } from '../gateway/http/forward';
import { createIdentityApp, type IdentityApp } from '../identity/app';
import { demoCode } from '../identity/demo/people';
import { seedIdentityDemo } from '../identity/demo/seed';
import { type StartConfig } from './config';
import { type Neighbours } from './neighbours';
import { type Sandboxes } from './sandboxes';
import { say, telling } from './say';

export type Services = { readonly identity: IdentityApp; readonly backends: Backends };

/** Puts the four services together, with demo data if wanted. Nothing runs by itself yet. */
export async function createServices(
  neighbours: Neighbours,
  config: StartConfig,
  sandboxes: Sandboxes,
): Promise<Services> {
  const identityDeps = await neighbours.depsOf('identity');
  const identity = await createIdentityApp({
    ...identityDeps,
    wechat: sandboxes.wechat,
    codes: (phone, code) => {
      say(`Text message to the phone ending in ${phone.slice(-4)}: the sign-in code is ${code}`);
      return Promise.resolve();
    },
    demoCode: config.demo ? demoCode : undefined,
  });
  neighbours.add(identity);
  if (config.demo)
    await telling('Demo data: 6,000 neighbours', () =>
      seedIdentityDemo(identityDeps.mongo, identityDeps.now()),
    );
  const handler = (app: ServiceApp): RequestHandler => app.express;
  return { identity, backends: { identity: handler(identity) } as unknown as Backends };
}
