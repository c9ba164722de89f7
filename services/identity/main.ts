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
    const first = await identity.ensureFirstOperator();
    if (first)
      process.stdout.write(
        `First operator: user name ${first.username}, password ${first.firstPassword} (shown at each start until it was used; it must be changed)\n`,
      );
    return identity;
  },
});
