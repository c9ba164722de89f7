import { randomBytes } from 'node:crypto';
import { runStandalone } from '#shared/kit/standalone';
import { createIdentityApp } from './app';
import { readIdentityConfig } from './config';
import { demoCode } from './demo/people';
import { seedIdentityDemo } from './demo/seed';
import { identityMigrations } from './storage/migrations';

/** Identity as a process of its own. */
void runStandalone({
  name: 'identity',
  migrations: identityMigrations,
  defaultPort: 8081,
  async create(deps, { demo }) {
    const identity = await createIdentityApp({
      ...deps,
      ...readIdentityConfig(),
      demoCode: demo ? demoCode : undefined,
    });
    if (demo) {
      await seedIdentityDemo(deps.mongo, deps.now());
      return identity;
    }
    const firstPassword = randomBytes(9).toString('base64url');
    if (await identity.ensureFirstOperator({ username: 'operator', displayName: '运营', firstPassword }))
      process.stdout.write(
        `First operator: user name operator, password ${firstPassword} (shown once; it must be changed)\n`,
      );
    return identity;
  },
});
