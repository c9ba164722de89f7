import { type Migrations } from '#shared/kit/mongo/migrations';

/** Every change of the shape of what catalog stores, since the first release; see CONTRIBUTING.md, "Change what is stored". */
export const catalogMigrations: Migrations = [];
