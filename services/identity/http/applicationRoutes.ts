import { type leaderApplicationsApi } from '#shared/contracts/identity/leaderApplications';
import { LeaderApplicationId } from '#shared/contracts/ids';
import { type Handlers } from '#shared/kit/http/handler';
import { type LeaderApplication } from '../domain/leaderApplication';
import { applyAsLeader, approveApplication, rejectApplication } from '../usecases/leaderApplications';
import { type Needs } from '../usecases/needs';
import { pageOf, readCursor } from './cursor';
import { presentApplication } from './present';

export function applicationRoutes(needs: Needs): Handlers<typeof leaderApplicationsApi> {
  const { applications } = needs;
  const present = presentApplication;
  const placeOf = ({ appliedAt, _id }: LeaderApplication) => ({ at: appliedAt, id: _id });
  return {
    applyAsLeader: async ({ caller, body, key }) =>
      present(await applyAsLeader(needs, key.newId('app'), caller.accountId, body)),
    listMyApplications({ caller, query: { cursor, limit } }) {
      const after = readCursor(cursor, LeaderApplicationId);
      const read = (count: number) => applications.ofAccount(caller.accountId, after, count);
      return pageOf({ limit, read, present, placeOf });
    },
    listLeaderApplications({ query: { status, cursor, limit } }) {
      const after = readCursor(cursor, LeaderApplicationId);
      return pageOf({ limit, read: (count) => applications.inState(status, after, count), present, placeOf });
    },
    approveLeaderApplication: async ({ caller, params, body }) =>
      present(await approveApplication(needs, params.applicationId, { ...body, by: caller.accountId })),
    rejectLeaderApplication: async ({ caller, params, body }) =>
      present(await rejectApplication(needs, params.applicationId, { ...body, by: caller.accountId })),
  };
}
