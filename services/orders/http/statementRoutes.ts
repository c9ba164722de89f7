import { type providerStatementsInternal } from '#shared/contracts/internal/providerStatements';
import { type Handlers } from '#shared/kit/http/handler';
import { type OrdersDeps } from '../usecases/deps';
import { listStatementProviders } from '../usecases/payments/listStatementProviders';
import { readProviderStatement } from '../usecases/payments/readProviderStatement';
import { presentStatement } from './presentStatement';

/** What the payment providers themselves say about a day, for whoever compares. */
export function statementRoutes(deps: OrdersDeps): Handlers<typeof providerStatementsInternal> {
  return {
    listStatementProviders: () => Promise.resolve({ providers: listStatementProviders(deps) }),
    readProviderStatement: async ({ params, query }) =>
      presentStatement(await readProviderStatement(deps, { ...params, cursor: query.cursor })),
  };
}
