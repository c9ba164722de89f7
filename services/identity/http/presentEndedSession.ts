import { type SessionId } from '#shared/contracts/ids';

export const presentEndedSession = ({ _id, endedAt }: { _id: SessionId; endedAt: Date }) => ({
  sessionId: _id,
  endedAt: endedAt.toISOString(),
});
