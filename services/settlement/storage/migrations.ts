import { type Migrations } from '#shared/kit/mongo/migrations';

/** Every change of the shape of what settlement stores, since its first release; see CONTRIBUTING.md, "Change what is stored". */
export const settlementMigrations: Migrations = [];
