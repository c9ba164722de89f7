import { type closeApi } from '#shared/contracts/settlement/close';
import { derivedId } from '#shared/kit/ids';
import { type Handlers } from '#shared/kit/http/handler';
import { presentPage } from '#shared/kit/mongo/pages';
import { type LedgerAccount } from '../domain/ledger/account';
import { type SettlementDeps } from '../usecases/deps';
import { getDayClose } from '../usecases/close/getDayClose';
import { getFinanceOverview } from '../usecases/close/getFinanceOverview';
import { listDayCloses } from '../usecases/close/listDayCloses';
import { listDayDifferences } from '../usecases/close/listDayDifferences';
import { listOpenDifferences } from '../usecases/close/listOpenDifferences';
import { readStatementAgain } from '../usecases/close/readStatementAgain';
import { resolveDifference } from '../usecases/close/resolveDifference';
import { presentClose } from './presentClose';
import { presentDifference } from './presentDifference';
import { presentOverview } from './presentOverview';

/** The comparison with the payment providers, for those who keep the books. */
export function closeRoutes(deps: SettlementDeps): Handlers<typeof closeApi> {
  return {
    getFinanceOverview: async () => presentOverview(await getFinanceOverview(deps)),
    listDayCloses: async ({ query }) => presentPage(await listDayCloses(deps, query), presentClose),
    getDayClose: async ({ params }) => presentClose(await getDayClose(deps, params)),
    readStatementAgain: async ({ params }) => presentClose(await readStatementAgain(deps, params)),
    listDayDifferences: async ({ params, query }) =>
      presentPage(await listDayDifferences(deps, params, query), presentDifference),
    listOpenDifferences: async ({ query }) =>
      presentPage(await listOpenDifferences(deps, query), presentDifference),
    resolveDifference: async ({ params: { differenceId }, body, caller, key }) =>
      presentDifference(
        await resolveDifference(deps, differenceId, {
          resolutionId: derivedId('led', differenceId, key.scoped ?? ''),
          fingerprint: key.fingerprint,
          by: caller.accountId,
          note: body.note,
          ...(body.adjustment && {
            postings: body.adjustment.map(({ account, fen }) => ({ account: account as LedgerAccount, fen })),
          }),
        }),
      ),
  };
}
