import { type Migrations } from '#shared/kit/mongo/migrations';

/** Every change of the shape of what orders stores, since the first release; see CONTRIBUTING.md, "Change what is stored". */
export const ordersMigrations: Migrations = [];
